using Harness.Build.Engines;

namespace Harness.Build.Tests.Engines;

public sealed class DaemonTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder folder = new();

    [Fact(Timeout = 60_000)]
    public async Task A_daemon_runs_until_it_is_stopped()
    {
        var daemon = Following(folder.Write("marker", ""));

        await daemon.StartAsync(() => Task.FromResult(daemon.Pid is not null), Patience);
        var wasRunning = await daemon.StopAsync(Patience);

        Assert.True(wasRunning);
        Assert.Null(daemon.Pid);
        Assert.False(await daemon.StopAsync(Patience));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_daemon_has_the_environment_that_it_is_given()
    {
        var daemon = new Daemon("asked", folder.Path, "sh", ["-c", "echo \"$GIVEN\" >\"$0/answer\"; sleep 60", folder.Path])
        {
            Environment = new Dictionary<string, string> { ["GIVEN"] = "a b" },
        };
        var answer = Path.Combine(folder.Path, "answer");

        await daemon.StartAsync(() => Task.FromResult(File.Exists(answer) && new FileInfo(answer).Length > 0), Patience);
        await daemon.StopAsync(Patience);

        Assert.Equal("a b\n", await File.ReadAllTextAsync(answer, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_daemon_that_ignores_the_request_is_killed()
    {
        var daemon = new Daemon("stubborn", folder.Path, "sh", ["-c", "trap '' TERM; while :; do sleep 0.2; done", folder.Path]);
        await daemon.StartAsync(() => Task.FromResult(daemon.Pid is not null), Patience);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken); // the trap is set

        Assert.True(await daemon.StopAsync(TimeSpan.FromSeconds(1)));
        Assert.Null(daemon.Pid);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_daemon_that_ends_at_once_is_an_error_with_the_end_of_its_log()
    {
        var daemon = Following(Path.Combine(folder.Path, "missing"));

        var failure = await Assert.ThrowsAsync<BuildFailedException>(() => daemon.StartAsync(() => Task.FromResult(false), Patience));

        Assert.Contains("tail ended at once.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("No such file or directory", failure.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_daemon_in_the_middle_of_an_exec_still_runs()
    {
        var again = folder.Write("again.sh", "exec sh \"$0\" \"$1\"\n");
        var daemon = new Daemon("restless", folder.Path, "sh", [again, folder.Path]);
        await daemon.StartAsync(() => Task.FromResult(daemon.Pid is not null), Patience);

        var looks = Enumerable.Range(0, 5000).Count(_ => daemon.Pid is not null);

        Assert.Equal(5000, looks);
        Assert.True(await daemon.StopAsync(Patience));
    }

    [Fact]
    public void A_pid_that_another_process_has_by_now_is_not_ours()
    {
        folder.Write("tail.pid", $"{Environment.ProcessId}\n");

        Assert.Null(Following(folder.Path).Pid);
    }

    public void Dispose() => folder.Dispose();

    private Daemon Following(string marker) => new("tail", folder.Path, "tail", ["-f", marker]);
}
