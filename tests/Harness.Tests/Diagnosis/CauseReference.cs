using System.Globalization;
using System.Text;
using Harness.Diagnosis;
using Harness.Faults.Tests.Lab.Record;

namespace Harness.Tests.Diagnosis;

/// <summary>The page about causes, made from the catalogue and from the record of the laboratory.</summary>
internal static class CauseReference
{
    private static readonly (string Digit, string Title, string What)[] Groups =
    [
        ("1", "Input", "Found before anything is installed, with file, line and column."),
        ("2", "Engine and image", "Nothing ran, or the engine went away under it."),
        ("3", "Dependencies and install", "pip's exit code is 1 whatever happened; its console and its own log decide."),
        ("4", "Resources and endings", "Named by what Harness did itself, then by engine and kernel, then by exit codes."),
        ("5", "Tests and reproducibility", "What the tests did, and whether the runs agree."),
        ("9", "Harness itself", "Neither the suite's fault nor the engine's."),
    ];

    public static string Markdown(IReadOnlyList<FaultRecord> faults)
    {
        var text = new StringBuilder(
            """
            <!-- Made from the catalogue of causes and tests/Harness.Faults.Tests/outcomes.tsv: HARNESS_UPDATE_SNAPSHOTS=1 dotnet test tests/Harness.Tests -->

            # Causes

            Every cause has a stable name and a stable code; `harness explain CODE` prints what stands here. A cause is only stated with
            the evidence that carries it, and witnesses that disagree are listed beside it. In order of precedence: what Harness did itself
            (its kill ledger is written before each signal), what engine and kernel witnessed, exit codes, and texts last. **R**: another
            attempt with the same inputs may end differently.


            """.ReplaceLineEndings("\n"));
        text.Append("| code | name | | what it says |\n| --- | --- | --- | --- |\n");
        foreach (var kind in CauseCatalog.All)
            text.Append(CultureInfo.InvariantCulture, $"| [{kind.Code}](#{kind.Name}) | `{kind.Name}` | {(kind.Retryable ? "R" : "")} | {kind.Meaning} |\n");
        foreach (var (digit, title, what) in Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{what}\n");
            foreach (var kind in CauseCatalog.All.Where(kind => kind.Code[4..].StartsWith(digit, StringComparison.Ordinal)))
                text.Append(Section(kind, faults));
        }

        return text.Append(ConfusionMatrix.Markdown(faults)).ToString();
    }

    private static string Section(CauseKind kind, IReadOnlyList<FaultRecord> faults) =>
        $"""

        ### {kind.Name}

        {kind.Code}. {kind.Meaning}

        - **Evidence:** {kind.Evidence}
        - **Remedy:** {kind.Remedy}
        - **Retry:** {(kind.Retryable ? "may end differently" : "does not help")}
        - **Example:** `{kind.Example}`
        {Made(kind, faults)}
        """.ReplaceLineEndings("\n");

    private static string Made(CauseKind kind, IReadOnlyList<FaultRecord> faults) =>
        faults.Where(fault => fault.Expected == kind.Name).Select(fault => fault.Fault).ToList() is { Count: > 0 } made
            ? $"- **Made to happen by:** {string.Join("; ", made)}.\n"
            : "";
}
