namespace Harness.Engines.Sandboxes;

/// <summary>
/// Runs one command to its end. The output's end is not the command's end, nor the other way round, so listening to it races
/// the main process, the engine, the deadline, the flood limit and the caller.
/// </summary>
internal sealed class CommandRun(SandboxParts parts, SandboxCommand command)
{
    private static readonly TaskCompletionSource Never = new();

    /// <summary>Runs it.</summary>
    /// <param name="cancelled">The caller asks to stop.</param>
    /// <param name="closing">The sandbox is taken down.</param>
    public async Task<SandboxCommandResult> RunAsync(CancellationToken cancelled, CancellationToken closing)
    {
        // The cgroup may go with the main process, so it is read as soon as there is nothing more to hear.
        using var output = new CommandOutput(command, parts.Observer, parts.Time, ended: () => parts.Sampler.Read());
        var witnesses = new TerminationWitnesses(parts, parts.Events.Count, parts.Ledger.Entries.Count);
        var before = parts.Sampler.Read();
        var firstSample = parts.Sampler.Count;
        var startedAt = parts.Time.GetUtcNow();
        var clock = parts.Time.GetTimestamp();

        var (end, stop) = cancelled.IsCancellationRequested
            ? (CommandEnd.Unseen, KillReason.Interrupt)
            : await ExecuteAsync(output, cancelled, closing);
        var duration = parts.Time.GetElapsedTime(clock);
        var after = parts.Sampler.Read();

        var facts = await witnesses.GatherAsync(
            output.ExecId, end, stop, OomKills.Between(before, after, parts.Sampler.From(firstSample)));
        var (standardOutput, standardError) = output.Complete(discard: end.Exit?.NotStarted is not null);
        return new SandboxCommandResult
        {
            Termination = TerminationClassifier.Classify(facts),
            StartedAt = startedAt,
            Duration = duration,
            StandardOutput = standardOutput,
            StandardError = standardError,
            Before = before,
            After = after,
            PeakMemoryBytes = PeakMemory.Of(before, [.. parts.Sampler.From(firstSample)]),
            StartError = facts.NotStarted ? await StartErrorAsync(end) : null,
            Fault = end.Error?.Fault ?? (facts.EngineLost ? EngineFault.EngineLost : facts.Removed ? EngineFault.ContainerRemoved : null),
        };
    }

    private async Task<(CommandEnd End, KillReason? Stop)> ExecuteAsync(
        CommandOutput output, CancellationToken cancelled, CancellationToken closing)
    {
        using var listening = new CancellationTokenSource();
        var watch = parts.Health.WatchAsync(() => output.HeardAt, listening.Token);
        var exec = ListenAsync(output, listening.Token);
        var stop = await RaceAsync(exec, output, cancelled, closing);
        if (stop is { } reason)
            await new ProcessTreeKill(parts, command, reason).StopAsync(exec, closing);
        else if (!parts.Health.Lost.IsCompleted)
            await Bounded.EndsWithin(exec, SandboxTimes.Drain, parts.Time);

        await listening.CancelAsync();
        await watch;
        return (await Bounded.EndsWithin(exec, SandboxTimes.Settle, parts.Time) ? await exec : CommandEnd.Unseen, stop);
    }

    private async Task<CommandEnd> ListenAsync(CommandOutput output, CancellationToken cancellationToken)
    {
        var spec = new ExecSpec(command.Command, parts.User, command.WorkingDirectory, command.Environment);
        try
        {
            return new(await parts.Engine.ExecAsync(parts.ContainerId, spec, output, cancellationToken), null);
        }
        catch (EngineException e)
        {
            return new(null, e);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return CommandEnd.Unseen;
        }
    }

    // Why the command has to be stopped; null when it ended by itself, or container or engine did.
    private async Task<KillReason?> RaceAsync(Task exec, CommandOutput output, CancellationToken cancelled, CancellationToken closing)
    {
        using var timers = CancellationTokenSource.CreateLinkedTokenSource(cancelled, closing);
        var deadline = Task.Delay(command.Timeout, parts.Time, timers.Token);
        var forbidden = command.Forbidden ?? Never.Task;
        var first = await Task.WhenAny(exec, output.Flooded, forbidden, deadline, parts.Main.Ended, parts.Health.Lost);
        KillReason? reason = first == output.Flooded ? KillReason.Output
            : first == forbidden ? KillReason.Policy
            : first != deadline ? null
            : deadline.IsCanceled ? KillReason.Interrupt
            : KillReason.Timeout;
        await timers.CancelAsync();
        return reason;
    }

    // When the main process could not live, its own words say more than "container is not running".
    private async Task<string> StartErrorAsync(CommandEnd end)
    {
        var words = end.Exit?.NotStarted ?? end.Error?.Message ?? "The container ended as it began.";
        if (end.Error?.Fault == EngineFault.EngineLost)
            return words;
        // Its words are there when it has ended, of which a command that could not be started may be the first sign.
        await Bounded.EndsWithin(parts.Main.Ended, SandboxTimes.Settle, parts.Time);
        var logs = await MainLogs.ReadAsync(parts.Engine, parts.ContainerId, parts.Time);
        return logs is null ? words : $"{words} The main process wrote: {logs}";
    }
}
