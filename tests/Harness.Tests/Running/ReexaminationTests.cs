using Harness.Evidence;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

public sealed class ReexaminationTests : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly Suites.SuiteFolder suites = new();
    private readonly SuiteFolder folder;

    public ReexaminationTests()
    {
        folder = new ArtifactsFolder(scratch.Path).Suite("api");
        folder.Start();
    }

    public void Dispose()
    {
        scratch.Dispose();
        suites.Dispose();
    }

    [Fact]
    public void All_containers_that_a_killed_Harness_left_behind_are_named()
    {
        WriteJournal(finished: false);

        var cause = Reexamination.OfFolder(folder).Causes[0];

        Assert.Equal("did-not-finish", cause.Name);
        Assert.Contains("harness reap removes the containers harness-api-1 and harness-api-2 that were left behind; then", cause.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Durations_are_those_of_the_record()
    {
        WriteJournal(finished: true);
        var again = Reexamination.Of(folder)!;
        ResultFile.Write(folder, again with
        {
            DurationSeconds = 41.5,
            Runs = [.. again.Runs.Select(run => run with { Attempts = [.. run.Attempts.Select(attempt => attempt with { DurationSeconds = 20.5 })] })],
        });

        var result = Reexamination.OfFolder(folder);

        Assert.Equal(41.5, result.DurationSeconds);
        Assert.Equal([20.5, 20.5], result.Runs.Select(run => run.Attempts[0].DurationSeconds));
    }

    private void WriteJournal(bool finished)
    {
        using var journal = new Journal(folder.Journal, TimeProvider.System);
        journal.Suite(SuiteEvidence.Of(suites.ReadGood(Suites.SuiteFolder.Good), Redactor.None));
        for (var run = 1; run <= 2; run++)
        {
            var attempt = journal.Attempt(run, 1);
            attempt.OnCreated($"c0ffee{run}", $"harness-api-{run}");
            attempt.StepStarted("install");
            if (finished)
                attempt.Ended(Outcome.Passed);
        }
    }
}
