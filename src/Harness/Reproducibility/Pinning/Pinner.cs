using Harness.Evidence;
using Harness.Suites;

namespace Harness.Reproducibility.Pinning;

/// <summary>Plans what pins a suite to what a green run of it resolved.</summary>
public static class Pinner
{
    /// <summary>Plans the files of a suite; writes nothing.</summary>
    /// <param name="suite">The suite as it is now.</param>
    /// <param name="artifacts">Where it ran.</param>
    /// <param name="options">What is pinned, and where to.</param>
    public static PinPlan Plan(Suite suite, ArtifactsFolder artifacts, PinOptions options)
    {
        var folder = artifacts.Suite(suite.Name);
        if (!File.Exists(folder.Result))
            return PinPlan.Refused($"{artifacts.Path} holds no run of suite {suite.Name}. Run it first, or name its artifacts with --from.");
        var record = ResultFile.Read(folder.Result);
        if (record.Verdict is not Verdict.Passed)
            return PinPlan.Refused($"The last run of suite {suite.Name} ended as {KebabCase.Of(record.Verdict)}, and only a green run is pinned. Run it again{Upgrading(suite)}.");
        if (record.Image?.Reference != Redactor.Create(suite.Secrets).Redact(suite.Image))
            return PinPlan.Refused($"Suite {suite.Name} names another image than it ran in ({record.Image?.Reference}). Run it again.");

        var ran = PinnedRun.Of(suite, folder);
        if (ran.Problem is { } problem)
            return PinPlan.Refused(problem);

        var run = record.Runs[0];
        var resolved = RunSnapshot.Read(folder.Attempt(run.Index, run.Attempts[^1].Index), run.Attempts[^1]);
        return new PinDraft(suite, ran.Suite, record, resolved, options).Plan();
    }

    private static string Upgrading(Suite suite) =>
        PinnedInputs.IsPinned(suite) ? ", with --upgrade if requirements have changed since the last pin" : "";
}
