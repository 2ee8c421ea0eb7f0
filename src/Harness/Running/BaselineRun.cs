using Harness.Evidence;
using Harness.Reproducibility.Baselines;

namespace Harness.Running;

/// <summary>Compares the records of an invocation with those of an earlier one, and writes into them what changed.</summary>
internal sealed class BaselineRun
{
    private readonly Baseline? baseline;
    private readonly string note;
    private readonly string shownAs;

    private BaselineRun(string shownAs, Baseline? baseline, string note) => (this.shownAs, this.baseline, this.note) = (shownAs, baseline, note);

    /// <summary>Reads the earlier records. That there are none yet is said in the new ones, and is no failure: it is so on the first day.</summary>
    public static BaselineRun Open(string shownAs, string workingDirectory)
    {
        try
        {
            return new(shownAs, Baseline.Read(shownAs, workingDirectory), "it has no record of this suite");
        }
        catch (ArtifactsException exception)
        {
            return new(shownAs, null, exception.Message);
        }
    }

    /// <summary>Why nothing will be compared, as far as that is known at the start; null when something can be.</summary>
    public string? Problem => baseline is null ? note : null;

    /// <summary>Compares each suite that has a record.</summary>
    public void Compare(ArtifactsFolder artifacts, IReadOnlyList<string> suites)
    {
        foreach (var name in suites.Distinct(StringComparer.Ordinal))
        {
            var folder = artifacts.Suite(name);
            var after = BaselineSuite.Read(folder, folder.Result);
            var comparison = baseline?.Find(name, only: suites.Count == 1) is { } before
                ? BaselineComparer.Compare(before, after) with { Folder = shownAs }
                : BaselineComparison.None(shownAs, note);
            ResultFile.Write(folder, after.Result with { Baseline = comparison });
        }
    }
}
