using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Diagnosis;
using Harness.Doctor;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Running;
using Harness.Suites.Wording;

namespace Harness.Cli.Commands;

/// <summary><c>harness explain</c>: what a cause stands for, or why the suites of an old artifacts folder ended as they did.</summary>
internal static class ExplainCommand
{
    private const string Prefix = "HARN";

    public static Command Create(ITerminal terminal)
    {
        var what = new Argument<string?>("PATH|CODE")
        {
            Description = "An artifacts folder, or one suite's folder in it; or a code such as HARN4001, or a name such as memory-limit; default: every code.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("explain", "Explains a code, or diagnoses an old artifacts folder again, offline.") { what };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(what) is not { Length: > 0 } wanted)
                return List(terminal);
            if (Find(wanted) is { } kind)
                return Explain(terminal, kind);
            var folder = Path.Combine(Directory.GetCurrentDirectory(), wanted);
            if (Directory.Exists(folder))
                return Explain(terminal, folder, wanted);
            var near = NearestWord.Meant(wanted, Kinds.Select(kind => kind.Name)); // a code that is near in its digits is another thing
            var hint = near is null ? "'harness explain' lists all codes and names." : $"Did you mean {near}?";
            terminal.Progress.WriteLine(SafeText.Line($"harness: error: '{wanted}' is neither a folder nor a cause. {hint}", 1_000));
            return ExitCodes.Invalid;
        });
        return command;
    }

    private static IEnumerable<CauseKind> Kinds => CauseCatalog.All.Concat(DoctorCatalog.All).OrderBy(kind => kind.Code, StringComparer.Ordinal);

    // The digits of a code alone will do.
    private static CauseKind? Find(string wanted) =>
        CauseCatalog.Find(wanted) ?? DoctorCatalog.Find(wanted) ?? CauseCatalog.Find(Prefix + wanted) ?? DoctorCatalog.Find(Prefix + wanted);

    private static int List(ITerminal terminal)
    {
        var width = Kinds.Max(kind => kind.Name.Length);
        foreach (var kind in Kinds)
            terminal.Result.WriteLine($"{kind.Code}  {kind.Name.PadRight(width)}  {kind.Meaning}");
        return ExitCodes.Passed;
    }

    private static int Explain(ITerminal terminal, CauseKind kind)
    {
        terminal.Result.WriteLine($"{kind.Code} {kind.Name}");
        terminal.Result.WriteLine($"  meaning   {kind.Meaning}");
        terminal.Result.WriteLine($"  evidence  {kind.Evidence}");
        terminal.Result.WriteLine($"  remedy    {kind.Remedy}");
        terminal.Result.WriteLine($"  retry     {(kind.Retryable ? "may end differently" : "does not help")}");
        terminal.Result.WriteLine($"  example   {kind.Example}");
        return ExitCodes.Passed;
    }

    private static int Explain(ITerminal terminal, string folder, string shownAs)
    {
        var suites = Suites(folder);
        if (suites.Count == 0)
        {
            terminal.Progress.WriteLine(SafeText.Line($"harness: error: '{shownAs}' contains no suite's journal or record.", 1_000));
            return ExitCodes.Invalid;
        }

        var artifacts = suites[0].Artifacts;
        List<SuiteResult> results = [.. suites.Select(Reexamination.OfFolder)];
        terminal.Result.Write(TextSummary.Of(results, artifacts, shownAs, TerminalAbilities.HasColours(terminal, CallerEnvironment.Read())));
        return ExitCodes.Passed;
    }

    private static IReadOnlyList<SuiteFolder> Suites(string folder)
    {
        var artifacts = new ArtifactsFolder(folder);
        if (!File.Exists(Path.Combine(artifacts.Path, "journal.jsonl")))
            return artifacts.CurrentSuites();
        var one = new ArtifactsFolder(Path.GetDirectoryName(artifacts.Path)!);
        return [.. one.FindSuites().Where(suite => suite.Path == artifacts.Path)];
    }
}
