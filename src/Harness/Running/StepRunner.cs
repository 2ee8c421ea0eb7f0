using Harness.Engines.Machine;
using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Running;

/// <summary>Executes single steps in one sandbox, and writes down what they were and how they ended.</summary>
internal sealed class StepRunner(RunContext context, Sandbox sandbox, AttemptFolder folder, AttemptReporter reporter)
{
    /// <summary>More than any step prints that is collected by Harness itself: a manifest of some 100,000 files.</summary>
    private const long CollectBytes = 64L << 20;

    private int number;

    /// <summary>Runs a step to its end, whatever that is.</summary>
    public async Task<StepEvidence> RunAsync(
        string name, StepCommand command, TimeSpan timeout, Func<SandboxCommandResult, StepOutput, IReadOnlyList<string>> check, CancellationToken cancellationToken)
    {
        using var watch = name == StepPlan.Install ? Watch() : null;
        number++;
        var left = context.Clock.Left;
        var suites = left < timeout;
        var deadline = suites ? (left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1)) : timeout;
        reporter.StepStarted(name, command);
        var startedAt = context.Time.GetUtcNow();

        var firstEvent = sandbox.Events.Count;
        var hostBefore = Host();
        var result = await sandbox.RunAsync(Command(name, command, deadline) with { Forbidden = watch?.Forbidden }, cancellationToken).ConfigureAwait(false);
        var output = new StepOutput(result);
        var around = new StepSurroundings
        {
            DeadlineSeconds = deadline.TotalSeconds,
            DeadlineIsSuites = suites,
            FirstEvent = firstEvent,
            LastEvent = sandbox.Events.Count,
            Before = result.Before,
            After = result.After,
            Stopped = watch?.Finding,
            HostBefore = hostBefore,
            HostAfter = Host(),
            StartError = result.StartError is { } error ? context.Redactor.Redact(error) : null,
            Fault = result.Fault,
        };
        var evidence = Evidence(name, command, startedAt, result, output, check) with { Around = around };
        reporter.StepEnded(evidence);
        return evidence;
    }

    private InstallWatch Watch() =>
        reporter.Watch = new(context.Suite.SourceBuilds, context.Suite.Limits.Resolver, text => reporter.Note($"{reporter.Where}: {text}"), context.Time);

    private HostLoad? Host() => context.Engine.Info is { IsLocal: true } info ? HostLoad.Read(context.Time, info.StorageFolder) : null;

    private SandboxCommand Command(string name, StepCommand command, TimeSpan deadline)
    {
        var collects = name is StepPlan.Freeze or StepPlan.Collect or StepPlan.Space;
        return new()
        {
            Name = name,
            Command = command.Run,
            Environment = command.Environment,
            WorkingDirectory = command.WorkingDirectory,
            Timeout = deadline,
            StandardOutputPath = folder.Stdout(number, name),
            StandardErrorPath = folder.Stderr(number, name),
            KeepBytes = collects ? CollectBytes : context.Suite.Limits.OutputBytes,
            AbortBytes = collects ? CollectBytes : context.Suite.Limits.OutputAbortBytes,
            InterruptSignal = () => context.Stop.Signal,
            Filter = context.Redactor.OpenStream,
        };
    }

    private StepEvidence Evidence(
        string name, StepCommand command, DateTimeOffset startedAt, SandboxCommandResult result, StepOutput output,
        Func<SandboxCommandResult, StepOutput, IReadOnlyList<string>> check)
    {
        var ended = result.Termination.Reason is TerminationReason.Exited or TerminationReason.Signalled && result.StartError is null;
        var unmet = ended ? check(result, output) : [];
        var termination = WitnessedEnd.Of(result.Termination);
        return new()
        {
            Result = new()
            {
                Name = name,
                Outcome = OutcomeOf(result, unmet),
                ExitCode = termination.ExitCode,
                Signal = termination.Signal,
                Termination = termination,
                StartedAt = startedAt,
                DurationSeconds = Math.Round(result.Duration.TotalSeconds, 3),
                Command = [.. command.Shown.Select(context.Redactor.Redact)],
                Stdout = context.Folder.Relative(result.StandardOutput.Path),
                Stderr = context.Folder.Relative(result.StandardError.Path),
                TruncatedBytes = result.StandardOutput.CutBytes + result.StandardError.CutBytes,
                Resources = Resources(result),
                Unmet = unmet.Count > 0 ? [.. unmet.Select(context.Redactor.Redact)] : null,
            },
            StdoutTail = output.StdoutTail,
            StderrTail = output.StderrTail,
        };
    }

    private static Outcome OutcomeOf(SandboxCommandResult result, IReadOnlyList<string> unmet) => result.Termination.Reason switch
    {
        TerminationReason.Exited or TerminationReason.Signalled when result.StartError is null && unmet.Count == 0 => Outcome.Passed,
        TerminationReason.Timeout => Outcome.TimedOut,
        TerminationReason.Lost => Outcome.Lost,
        TerminationReason.Interrupted => Outcome.Interrupted,
        _ => Outcome.Failed,
    };

    private ResourceUse? Resources(SandboxCommandResult result)
    {
        if (result.After is null && result.PeakMemoryBytes is null)
            return null;
        return new()
        {
            PeakMemoryBytes = result.PeakMemoryBytes,
            MemoryLimitBytes = context.Suite.Limits.MemoryBytes,
            CpuSeconds = result.After?.CpuSeconds - result.Before?.CpuSeconds is { } seconds ? Math.Round(seconds, 3) : null,
            OomKills = result.After?.OomKills - result.Before?.OomKills,
        };
    }
}
