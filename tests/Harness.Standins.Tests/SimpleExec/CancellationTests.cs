using System.Diagnostics;
using System.Globalization;
using Harness.Standins.Tests.Programs;
using SimpleExec;

namespace Harness.Standins.Tests.SimpleExec;

public sealed class CancellationTests
{
    private const int Timeout = 60_000;

    // Writes the process ids of itself and of a child, and would then run for ten minutes.
    private const string Script = "sleep 600 & echo $$ $! > pids.part; mv pids.part pids; wait";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways => ["Run", "RunAsync", "ReadAsync"];

    [Theory(Timeout = Timeout)]
    [MemberData(nameof(Ways))]
    public async Task A_cancelled_command_is_killed_with_its_children(string way)
    {
        using var directory = new TemporaryDirectory();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var command = StartAsync(way, directory.Path, cancellation.Token);
        var pids = await PidsAsync(directory.Path);
        await cancellation.CancelAsync();
        var exception = await Record.ExceptionAsync(() => command);

        var cancelled = Assert.IsAssignableFrom<OperationCanceledException>(exception);
        Assert.Equal(way == "Run" ? typeof(OperationCanceledException) : typeof(TaskCanceledException), cancelled.GetType());
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        await GoneAsync(pids);
    }

    [Fact(Timeout = Timeout)]
    public async Task The_children_can_be_spared()
    {
        using var directory = new TemporaryDirectory();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var command = Command.RunAsync(
            "sh",
            ["-c", Script],
            workingDirectory: directory.Path,
            noEcho: true,
            cancellationIgnoresProcessTree: true,
            ct: cancellation.Token);
        var pids = await PidsAsync(directory.Path);
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => command);

        await GoneAsync(pids[..1]);
        using var child = Process.GetProcessById(pids[1]);
        Assert.True(IsRunning(pids[1]));
        child.Kill();
    }

    [Theory(Timeout = Timeout)]
    [MemberData(nameof(Ways))]
    public async Task With_a_cancelled_token_there_is_no_waiting(string way)
    {
        using var directory = new TemporaryDirectory();

        var exception = await Record.ExceptionAsync(() => StartAsync(way, directory.Path, new CancellationToken(canceled: true)));

        Assert.IsAssignableFrom<OperationCanceledException>(exception);
    }

    private static Task StartAsync(string way, string directory, CancellationToken cancellationToken) => way switch
    {
        "Run" => Task.Run(() => Command.Run("sh", ["-c", Script], workingDirectory: directory, noEcho: true, ct: cancellationToken), Token),
        "RunAsync" => Command.RunAsync("sh", ["-c", Script], workingDirectory: directory, noEcho: true, ct: cancellationToken),
        _ => Command.ReadAsync("sh", ["-c", Script], workingDirectory: directory, ct: cancellationToken),
    };

    private static async Task<int[]> PidsAsync(string directory)
    {
        var file = Path.Combine(directory, "pids");
        while (!File.Exists(file))
            await Task.Delay(20, Token);

        var text = await File.ReadAllTextAsync(file, Token);
        return [.. text.Split(' ').Select(pid => int.Parse(pid, CultureInfo.InvariantCulture))];
    }

    private static async Task GoneAsync(int[] pids)
    {
        foreach (var pid in pids)
        {
            while (IsRunning(pid))
                await Task.Delay(20, Token);
        }
    }

    /// <summary>Whether a process runs; one that only waits to be reaped by its parent does not.</summary>
    private static bool IsRunning(int pid)
    {
        try
        {
            // "pid (name) state ..."
            var state = File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1][0];
            return state is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
