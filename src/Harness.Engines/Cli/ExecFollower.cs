using Harness.Engines.Docker;

namespace Harness.Engines.Cli;

/// <summary>
/// Follows execs by Docker's events: the <c>docker</c> command tells neither the id of an exec nor, reliably, its end. It says 0
/// when its connection broke or when it was interrupted, whatever becomes of the process. One stream serves all containers; it
/// begins with the first exec.
/// </summary>
internal sealed class ExecFollower(DockerCliEvents events) : IAsyncDisposable
{
    private const int Attempts = 20;
    private static readonly TimeSpan Reconnect = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly List<FollowedExec> _followed = [];
    private readonly HashSet<string> _known = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _listening = Task.CompletedTask;

    /// <summary>Begins to look for an exec that is about to be created.</summary>
    public FollowedExec Follow(string containerId, IReadOnlyList<string> command, Action<string> identified)
    {
        var exec = new FollowedExec(containerId, command, identified);
        lock (_gate)
        {
            _followed.Add(exec);
            if (_listening.IsCompleted)
                _listening = Task.Run(ListenAsync);
        }

        return exec;
    }

    /// <summary>Looks no more.</summary>
    public void Forget(FollowedExec exec)
    {
        lock (_gate)
            _followed.Remove(exec);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Cancelled, or given up; nobody follows any more.
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        for (var failures = 0; failures < Attempts; failures++)
        {
            if (await NoteAllAsync())
                failures = 0;
            await Task.Delay(Reconnect, _stop.Token);
        }

        lock (_gate)
        {
            _followed.ForEach(exec => exec.End(null));
            _listening = Task.CompletedTask; // The next one begins anew.
        }
    }

    // Whether there was anything to note before the connection broke; the engine repeats what is missed.
    private async Task<bool> NoteAllAsync()
    {
        var noted = false;
        try
        {
            await foreach (var line in events.WatchExecsAsync(_stop.Token))
            {
                noted = true;
                Note(line);
            }
        }
        catch (EngineException)
        {
            return noted; // Whoever asks the engine for something else hears of it.
        }

        return noted;
    }

    private void Note(EventLine line)
    {
        if (line.Text("execID") is not { } id)
            return;
        lock (_gate)
        {
            if (line.Action == "exec_die")
                _followed.Find(exec => exec.Id == id)?.End(line.Number("exitCode"));
            else if (_known.Add(id)) // One that is repeated belongs to whoever had it first.
                Begin(line.ContainerId, line.CommandLine, id);
        }
    }

    private void Begin(string containerId, string? commandLine, string execId)
    {
        foreach (var exec in _followed)
        {
            if (exec.TryBegin(containerId, commandLine, execId))
                return;
        }
    }
}
