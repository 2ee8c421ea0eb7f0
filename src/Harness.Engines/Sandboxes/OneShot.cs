namespace Harness.Engines.Sandboxes;

/// <summary>A sandbox for some commands and no more, in one call: create, start, exec…, inspect, remove.</summary>
public static class OneShot
{
    /// <summary>
    /// Runs commands one after another in a fresh sandbox, up to the first that does not exit with 0. However this ends, also by an
    /// exception, the sandbox is taken down; after a result that goes on behind it (<see cref="OneShotResult.Removal"/>), since
    /// it takes a tenth of a second that nobody needs to wait for.
    /// </summary>
    /// <param name="engine">The engine; it must outlive the removal.</param>
    /// <param name="spec">What to start.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="commands">What to run.</param>
    /// <param name="observer">Sees what happens, as it happens.</param>
    /// <param name="time">The clock of deadlines and records.</param>
    /// <param name="cancellationToken">Ends the command that runs, as interrupted; the result says so.</param>
    /// <exception cref="EngineException">The engine or the container could not do it.</exception>
    /// <exception cref="IOException">Output could not be kept.</exception>
    public static async Task<OneShotResult> RunAsync(
        IContainerEngine engine,
        SandboxSpec spec,
        SandboxOwner owner,
        IReadOnlyList<SandboxCommand> commands,
        ISandboxObserver observer,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var sandbox = await Sandbox.StartAsync(engine, spec, owner, observer, time, cancellationToken);
        try
        {
            var results = new List<SandboxCommandResult>();
            foreach (var command in commands)
            {
                results.Add(await sandbox.RunAsync(command, cancellationToken));
                if (results[^1].Termination is not { Reason: TerminationReason.Exited, ExitCode: 0 })
                    break;
            }

            var removal = sandbox.CloseAsync();
            return new OneShotResult(sandbox.ContainerId, results, await sandbox.RecordedState, removal);
        }
        catch
        {
            await sandbox.CloseAsync();
            throw;
        }
    }
}
