using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>What the rules about pip have in common: its exit code is 1 whatever happened, so that its words decide.</summary>
internal static class InstallCase
{
    /// <summary>What would settle whether nothing is there or nothing was seen of it.</summary>
    public const string LogSettles = "pip's own log, which says what the index answered and which wheels were passed over";

    /// <summary>What to do about a host that was not reached.</summary>
    public static string Unreached(string host) =>
        $"Check that {host} can be reached from containers on this machine (DNS, proxy, firewall; network: {{install: true}}), and run again.";

    /// <summary>Whether pip ended by itself and not as it should.</summary>
    public static bool Failed(this Case @case) => @case is { IsInstall: true, EndedByItself: true, Result.Outcome: Outcome.Failed, ExitCode: not 0 };

    /// <summary>A line that asks for a package, as the user wrote it; else the package.</summary>
    public static string Asked(this Case @case, string package) => RequirementLines.Text(@case.Evidence.About.Inputs, package) ?? package;

    /// <summary>Where the user's packages come from, in words.</summary>
    public static string Source(this Case @case) => @case.Suite.Python switch
    {
        { Wheelhouse: { } folder } => $"the wheelhouse ({Path.GetRelativePath(@case.Suite.Directory, folder)})",
        { IndexUrl: { } url } => $"the index ({url})",
        _ => "the index",
    };
}
