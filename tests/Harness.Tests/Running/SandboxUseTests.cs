using System.Text.Json;
using CliWrap;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Running;
using Harness.Suites;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

[Collection("engine")] // containers are counted by the suite's name
public sealed class SandboxUseTests : IDisposable
{
    private readonly SuiteBed bed = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task The_second_run_finds_its_container_started_when_runs_go_one_after_the_other()
    {
        bed.Write();

        var report = await RunAsync(new() { WorkingDirectory = bed.Path, Output = "out", Jobs = 1, Environment = RealEngine.Environment });

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        var journal = JournalReader.Read(Path.Combine(bed.Output, "bed/journal.jsonl")).Entries;
        var firstEnds = journal.Last(entry => entry is { Kind: JournalKind.StepEnded, Run: 1 }).At;
        var secondStarts = journal.First(entry => entry is { Kind: JournalKind.Event, Run: 2, Event.Action: "start" }).Event!.At;
        Assert.True(secondStarts < firstEnds, $"it was started at {secondStarts:O}, and the first run ended at {firstEnds:O}");
        Assert.Equal(2, bed.Result().Runs.Select(run => run.Attempts[0].Container).Distinct().Count());
    }

    [Fact(Timeout = 120_000)]
    public async Task Runs_that_may_write_to_the_workspace_do_not_meet_in_it()
    {
        var shared = Path.Combine(bed.Path, "shared");
        Directory.CreateDirectory(shared);
        SetMode(shared, (UnixFileMode)0b111_111_111);
        bed.WriteRaw("smoke.yml", $"""
            name: bed
            image: {RealEngine.Image}
            workspace: [path: shared, access: read-write]
            tests:
              - [name: alone, run: mkdir mine && sleep 1 && rmdir mine]
            """.Replace('[', '{').Replace(']', '}'));

        var report = await RunAsync(new() { WorkingDirectory = bed.Path, Output = "out", Jobs = 2, Environment = RealEngine.Environment });

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        Assert.Equal(2, bed.Result().Runs.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task How_far_limits_hold_is_in_the_evidence()
    {
        Directory.CreateDirectory(Path.Combine(bed.Path, "shared"));
        bed.Write(keys: "runs: 1\nworkspace: {path: shared, access: read-write}\n");

        await bed.RunAsync(cancellationToken: Cancellation);

        var attempt = bed.Result().Runs[0].Attempts[0];
        Assert.Equal(["memory", "pids", "disk", "inodes", "shared-memory"], attempt.Limits.Select(limit => limit.Limit));
        Assert.Equal("/workspace, which is a folder of this machine", attempt.Limits.Single(limit => limit.Limit == "disk").Gap);
        using var environment = JsonDocument.Parse(File.ReadAllText(Path.Combine(bed.Output, "bed/run-1/attempt-1/environment.json")));
        Assert.Equal(attempt.Limits.Count, environment.RootElement.GetProperty("limits").GetArrayLength());
        Assert.Contains(
            JournalReader.Read(Path.Combine(bed.Output, "bed/journal.jsonl")).Entries, entry => entry is { Kind: JournalKind.Limits, Limits.Count: 5 });
    }

    [Fact(Timeout = 120_000)]
    public async Task A_suites_folder_that_the_user_cannot_read_is_named_before_anything_is_installed()
    {
        bed.Write(keys: "runs: 1\n");
        SetMode(bed.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var report = await bed.RunAsync(cancellationToken: Cancellation);

        Assert.Equal(ExitCodes.Failed, report.ExitCode);
        var cause = Assert.Single(bed.Result().Causes);
        Assert.Equal(("workspace-unreadable", "HARN1011"), (cause.Name, cause.Code));
        Assert.Equal("The sandbox's user 1000:1000 cannot read the suite's folder (mode 0700), which it has as /workspace.", cause.Summary);
        Assert.Equal($"Let others read it (chmod -R o+rX {bed.Path}), or name a user that may (user: UID:GID).", cause.Remedy);
        Assert.Equal(
            [Outcome.Failed, Outcome.Skipped, Outcome.Skipped, Outcome.Skipped], bed.Result().Runs[0].Attempts[0].Steps.Select(step => step.Outcome));
    }

    [Fact(Timeout = 120_000)]
    public async Task So_is_a_file_that_the_suite_names()
    {
        bed.Write(keys: "runs: 1\n");
        SetMode(Path.Combine(bed.Path, "requirements.txt"), UnixFileMode.UserRead);

        await bed.RunAsync(cancellationToken: Cancellation);

        var cause = Assert.Single(bed.Result().Causes);
        Assert.Equal("The sandbox's user 1000:1000 cannot read 'requirements.txt' (mode 0400), which it has as /workspace/requirements.txt.", cause.Summary);
        Assert.StartsWith($"Let others read it (chmod -R o+rX {Path.Combine(bed.Path, "requirements.txt")}), ", cause.Remedy, StringComparison.Ordinal);
        Assert.Equal(("smoke.yml", 4), (cause.File, cause.Line));
    }

    [Fact]
    public void Of_a_file_in_a_folder_that_nobody_else_may_enter_the_folder_is_to_be_opened()
    {
        var folder = Directory.CreateDirectory(Path.Combine(bed.Path, "my reqs")).FullName;
        var file = Path.Combine(folder, "all.txt");
        File.WriteAllText(file, "");
        SetMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        bed.Write(keys: "runs: 1\n");
        var suite = SuiteReader.Read("smoke.yml", new() { WorkingDirectory = bed.Path, Environment = RealEngine.Environment }).Suite!;
        var mounts = SandboxMounts.For(suite);

        var failure = Readability.Failure(suite, mounts, mounts.Inside(file));

        Assert.StartsWith($"Let others read it (chmod -R o+rX '{folder}'), ", failure.Remedy, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Kept_containers_run_on_and_the_summary_says_how_to_enter_and_remove_them()
    {
        bed.Write(keys: "runs: 1\n");

        var report = await RunAsync(
            new() { WorkingDirectory = bed.Path, Output = "out", Keep = true, Environment = RealEngine.Environment });
        var kept = Assert.IsType<KeptContainer>(bed.Result().Runs[0].Attempts[0].Kept);
        try
        {
            var summary = TextSummary.Of(report.Results, new ArtifactsFolder(report.Artifacts), "out");
            Assert.Contains($"enter   {kept.Enter}", summary, StringComparison.Ordinal);
            Assert.Contains($"remove  {kept.Remove}", summary, StringComparison.Ordinal);
            var (_, reaped, _) = await HarnessProcess.RunAsync(bed.Path, "reap");
            Assert.Contains($"not removed {kept.Name}: left by --keep; remove it with {kept.Remove}\n", reaped, StringComparison.Ordinal);
            // As a person would, but for the terminal.
            await ShellAsync(kept.Enter.Replace(" -it ", " ", StringComparison.Ordinal) + " -c 'test $(id -u) = 1000 && /tmp/venv/bin/python -c \"import greeter\"'");
        }
        finally
        {
            await ShellAsync(kept.Remove);
        }

        Assert.NotEqual(0, (await CliWrap.Cli.Wrap("sh").WithArguments(["-c", kept.Enter.Replace(" -it ", " ", StringComparison.Ordinal) + " -c true"])
            .WithValidation(CommandResultValidation.None).ExecuteAsync(Cancellation)).ExitCode);
    }

    private static async Task<RunReport> RunAsync(RunRequest request) =>
        await HarnessRun.RunAsync(request, new ProgressList(), TimeProvider.System, Cancellation);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    private static async Task ShellAsync(string command) => await CliWrap.Cli.Wrap("sh").WithArguments(["-c", command]).ExecuteAsync(Cancellation);
}
