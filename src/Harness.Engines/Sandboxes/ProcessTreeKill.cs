namespace Harness.Engines.Sandboxes;

/// <summary>
/// Ends everything the commands' user runs inside, first kindly, then not: a signal to all its processes through a second exec,
/// and where that does not help, the end of the container. Ending only what is listened to would leave the process running.
/// </summary>
internal sealed class ProcessTreeKill(SandboxParts parts, SandboxCommand command, KillReason reason)
{
    /// <summary>Ends everything; returns when the command's exec has ended, or when there is nothing left to try.</summary>
    /// <param name="exec">Ends with the command's exec.</param>
    /// <param name="closing">No more kindness, also in the middle of it: the container is killed at once.</param>
    public async Task StopAsync(Task exec, CancellationToken closing)
    {
        // A flood is not asked kindly: it would go on printing.
        if (reason != KillReason.Output && !closing.IsCancellationRequested)
            await SignalAsync(reason == KillReason.Interrupt ? command.InterruptSignal() : Signals.Terminate, exec, SandboxTimes.Grace, closing);
        // Also when the command has ended in time, for what it left in the background.
        if (!closing.IsCancellationRequested && await SignalAsync(Signals.Kill, exec, parts.Engine.Info.Capabilities.SignalTime, closing))
            return;

        parts.Ledger.Add(KillLedger.Container, Signals.Kill, reason);
        await Task.WhenAll(KillContainerAsync(), Bounded.EndsWithin(exec, SandboxTimes.ContainerKill, parts.Time));
    }

    // Sends the signal, then waits for the command's end; true when both happened in time.
    private async Task<bool> SignalAsync(int signal, Task exec, TimeSpan limit, CancellationToken closing)
    {
        parts.Ledger.Add(command.Name, signal, reason);
        var start = parts.Time.GetTimestamp();
        var sent = await SendAsync(signal, limit, closing);
        var left = limit - parts.Time.GetElapsedTime(start);
        await exec.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, parts.Time, closing)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return sent && exec.IsCompleted;
    }

    private async Task<bool> SendAsync(int signal, TimeSpan limit, CancellationToken closing)
    {
        // As the shell's own command, since small images have no "kill" program. It spares itself and, lacking the right, PID 1.
        string[] kill = ["sh", "-c", $"kill -{signal} -1"];
        try
        {
            var exit = await Bounded.Ask(
                token => parts.Engine.ExecAsync(parts.ContainerId, new ExecSpec(kill, parts.User, "/", NoVariables), Silence, token),
                limit,
                parts.Time,
                closing);
            // Code 1: there was nobody to signal.
            return exit is { NotStarted: null, ExitCode: 0 or 1 };
        }
        catch (EngineException)
        {
            return false; // The next, harder step follows.
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            return false; // So it does here, at once.
        }
    }

    private async Task KillContainerAsync()
    {
        try
        {
            await Bounded.Ask(
                token => parts.Engine.KillContainerAsync(parts.ContainerId, Signals.Kill, token), SandboxTimes.ContainerKill, parts.Time);
        }
        catch (EngineException)
        {
            return; // Taking the sandbox down tries again, and reports what it could not remove.
        }
    }

    private static readonly Dictionary<string, string> NoVariables = [];

    private static readonly IOutputSink Silence = new NoOutput();

    private sealed class NoOutput : IOutputSink
    {
        public void Write(OutputStream stream, ReadOnlySpan<byte> bytes)
        {
        }
    }
}
