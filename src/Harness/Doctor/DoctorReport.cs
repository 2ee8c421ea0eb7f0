using Harness.Running;

namespace Harness.Doctor;

/// <summary>What the doctor found.</summary>
/// <param name="Checks">All that was looked at, in order.</param>
public sealed record DoctorReport(IReadOnlyList<CheckResult> Checks)
{
    /// <summary>Whether nothing keeps suites from running.</summary>
    public bool Healthy => Checks.All(check => check.Status != CheckStatus.Failed);

    /// <summary>As of a run: 2 when a suite or the command line is wrong, else 4 when something around it is, else 0.</summary>
    public int ExitCode => Checks.FirstOrDefault(check => check.Status == CheckStatus.Failed && IsInput(check)) is not null ? ExitCodes.Invalid
        : Healthy ? ExitCodes.Passed
        : ExitCodes.Infrastructure;

    /// <summary>As one JSON object, for programs.</summary>
    public string ToJson() => DoctorJson.Of(this);

    private static bool IsInput(CheckResult check) => check.Code?.StartsWith("HARN1", StringComparison.Ordinal) == true;
}
