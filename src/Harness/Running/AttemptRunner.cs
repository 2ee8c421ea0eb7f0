using Harness.Engines;
using Harness.Engines.Sandboxes;
using Harness.Engines.Sandboxes.Limits;
using Harness.Evidence;
using Harness.Running.Varying;
using Harness.Suites;

namespace Harness.Running;

/// <summary>One attempt: a fresh sandbox, the steps in it, its evidence and its diagnosis.</summary>
internal sealed class AttemptRunner(RunContext context, int run, int index)
{
    private readonly AttemptFolder folder = context.Folder.Attempt(run, index);
    private readonly SandboxMounts mounts = SandboxMounts.For(context.Suite, Variations.WorkspaceOf(context.Varied));
    private readonly List<StepEvidence> steps = [];
    private CollectedInstall collected = new();

    private Suite Suite => context.Suite;

    /// <summary>Runs the attempt to its end; failures are in the record, never thrown.</summary>
    public async Task<Attempt> RunAsync(CancellationToken cancellationToken)
    {
        var startedAt = context.Time.GetUtcNow();
        folder.Create();
        using var reporter = new AttemptReporter(context, folder, run, index);
        reporter.Started();
        Sandbox? sandbox = null;
        Fault? fault = null;
        try
        {
            sandbox = await context.Sandboxes.TakeAsync(reporter, cancellationToken).ConfigureAwait(false);
            reporter.Limits(sandbox.Limits);
            // The step that runs then is not waited for, nor asked kindly.
            var running = sandbox;
            await using var atOnce = context.Stop.AtOnce.Register(() => _ = running.CloseAsync()).ConfigureAwait(false);
            await RunStepsAsync(sandbox, new StepRunner(context, sandbox, folder, reporter), reporter, cancellationToken).ConfigureAwait(false);
        }
        catch (EngineException exception)
        {
            fault = Fault.Of(exception, context.Redactor);
            reporter.Failed(fault);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Interrupted before the first step; the record says so.
        }
        finally
        {
            if (sandbox is not null)
                await (context.Keep ? sandbox.LeaveAsync() : sandbox.CloseAsync()).ConfigureAwait(false);
        }

        var evidence = Evidence(sandbox, fault, cancellationToken.IsCancellationRequested);
        var attempt = AttemptRecord.Of(evidence, index, startedAt, context.Time.GetUtcNow() - startedAt) with
        {
            Container = sandbox?.ContainerId,
            Limits = sandbox?.Limits ?? [],
            Kept = sandbox is not null && context.Keep ? KeptContainers.Of(context.Engine.Info, Suite, sandbox.Name) : null,
            Resources = AttemptResources.Of(sandbox?.Samples ?? [], evidence.Steps, collected, Suite.Limits),
        };
        reporter.Ended(attempt);
        return attempt;
    }

    private async Task RunStepsAsync(Sandbox sandbox, StepRunner runner, AttemptReporter reporter, CancellationToken cancellationToken)
    {
        // To a container that starts without a network engines give none later, so that it is taken off before anything runs.
        var network = new StepNetwork(sandbox, Suite.Network);
        await network.ForInstallAsync(cancellationToken).ConfigureAwait(false);
        var facts = await SanityAsync(runner, sandbox.Limits, cancellationToken).ConfigureAwait(false);
        if (facts is null)
            return;

        var installed = await InstallAsync(runner, facts, cancellationToken).ConfigureAwait(false);
        await CollectAsync(runner, reporter, facts, installed, cancellationToken).ConfigureAwait(false);
        if (!steps.TrueForAll(step => step.Result.Outcome == Outcome.Passed))
            return;

        await network.ForTestsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var test in Suite.Tests)
        {
            var step = await runner.RunAsync(
                StepPlan.Test(test), Varied(StepCommand.Test(Suite, facts, test), facts), test.Timeout ?? Suite.Timeouts.Test,
                (result, output) => Expectations.Check(test.Expect, result.Termination.ExitCode, output.Stdout(), output.Stderr()),
                cancellationToken).ConfigureAwait(false);
            steps.Add(step);
            if (step.Result.Outcome is Outcome.Lost or Outcome.Interrupted)
                return;
            if (step.Result.Outcome != Outcome.Passed)
                await MeasureAsync(runner, reporter, facts, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PythonFacts?> SanityAsync(StepRunner runner, IReadOnlyList<LimitEnforcement> limits, CancellationToken cancellationToken)
    {
        PythonFacts? facts = null;
        var candidates = Suite.Python.Executable is { } named ? [named] : new[] { "python3", "python" };
        foreach (var python in candidates)
        {
            var step = await runner.RunAsync(StepPlan.Sanity, StepCommand.Sanity(python, mounts), Suite.Timeouts.Test, Check, cancellationToken).ConfigureAwait(false);
            if (step.Around.StartError is not null && python != candidates[^1])
                continue;
            steps.Add(step);
            break;
        }

        if (facts?.Unreadable is [var first, ..])
            throw Readability.Failure(Suite, mounts, first);
        return steps is [{ Result.Outcome: Outcome.Passed }] ? facts : null;

        IReadOnlyList<string> Check(SandboxCommandResult result, StepOutput output)
        {
            if (result.Termination.ExitCode != 0)
                return Expectations.Check(new(), result.Termination.ExitCode, "", "");
            facts = PythonFacts.Parse(output.Stdout());
            if (facts is null)
                return ["did not print what Python says of itself"];
            EnvironmentFile.Write(folder.Environment, output.Stdout(), limits);
            if (facts.Unreadable.Count > 0)
                return [$"user {Suite.User} cannot read {string.Join(", ", facts.Unreadable)}"];
            return facts.Pip is null && Suite.Python.Environment == PythonEnvironment.System ? ["the image has no pip"] : [];
        }
    }

    private async Task<bool> InstallAsync(StepRunner runner, PythonFacts facts, CancellationToken cancellationToken)
    {
        if (Suite.Python.Toolchain.Count > 0)
        {
            steps.Add(await runner.RunAsync(
                StepPlan.Toolchain, Varied(StepCommand.Toolchain(Suite, facts), facts), Suite.Timeouts.Install, ExitedZero, cancellationToken).ConfigureAwait(false));
            if (steps[^1].Result.Outcome != Outcome.Passed)
                return false;
        }

        if (StepPlan.InstallsNothing(Suite))
            return true;

        steps.Add(await runner.RunAsync(
            StepPlan.Install, Varied(StepCommand.Install(Suite, facts, mounts), facts), Suite.Timeouts.Install, ExitedZero, cancellationToken).ConfigureAwait(false));
        return steps[^1].Result.Outcome == Outcome.Passed;
    }

    // A test that failed may have filled what it could write to; the exit code and the words are the same for bytes and files.
    private async Task MeasureAsync(StepRunner runner, AttemptReporter reporter, PythonFacts facts, CancellationToken cancellationToken)
    {
        var step = await runner.RunAsync(StepPlan.Space, StepCommand.Space(facts), Suite.Timeouts.Test, ExitedZero, cancellationToken).ConfigureAwait(false);
        Measured(reporter, CollectedFiles.Space(context.Folder, step));
    }

    private void Measured(AttemptReporter reporter, StepSpace space)
    {
        steps[^1] = steps[^1] with { Space = space };
        reporter.Space(steps[^1].Result.Name, space);
    }

    private async Task CollectAsync(StepRunner runner, AttemptReporter reporter, PythonFacts facts, bool installed, CancellationToken cancellationToken)
    {
        if (!installed && steps[^1].Result.Outcome is Outcome.Lost or Outcome.Interrupted)
            return;
        var step = await runner.RunAsync(
            installed ? StepPlan.Freeze : StepPlan.Collect, StepCommand.Collect(Suite, facts, installed), Suite.Timeouts.Install, ExitedZero, cancellationToken)
            .ConfigureAwait(false);
        collected = CollectedFiles.Keep(context.Folder, folder, step);
        if (!installed)
        {
            Measured(reporter, new(collected.Disk, collected.SharedMemory));
            return;
        }

        if (Suite.SourceBuilds == SourceBuildPolicy.Forbid && SourceBuilds.In(collected.Report) is { Count: > 0 } built)
        {
            steps[^1] = SourceBuilds.Fail(steps[^1], built);
            reporter.Restated(steps[^1]);
        }

        steps.Add(step with { StdoutTail = collected.Freeze ?? "" }); // what its log holds now
    }

    private StepCommand Varied(StepCommand command, PythonFacts facts)
    {
        var moved = command.WorkingDirectory == SandboxPaths.Workspace
            ? command with { WorkingDirectory = Variations.WorkspaceOf(context.Varied) }
            : command;
        return Variations.Wrap(moved, context.Varied, facts.Executable);
    }

    private static IReadOnlyList<string> ExitedZero(SandboxCommandResult result, StepOutput output) =>
        Expectations.Check(new(), result.Termination.ExitCode, "", "");

    private AttemptEvidence Evidence(Sandbox? sandbox, Fault? fault, bool interrupted) => new()
    {
        About = context.About,
        Container = sandbox?.Name,
        Interrupted = interrupted,
        Steps = AttemptRecord.WithSkipped(Suite, steps),
        Events = sandbox?.Events ?? [],
        Kills = sandbox?.KillLedger ?? [],
        FinalState = sandbox?.FinalState,
        Fault = fault,
        PipReport = collected.Report,
        PipLog = collected.Log,
    };
}
