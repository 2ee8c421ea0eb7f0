using Harness.Doctor.Checks;
using Harness.Engines;
using Harness.Engines.Images;
using Harness.Engines.Sandboxes;
using Harness.Running;
using Harness.Suites;

namespace Harness.Doctor;

/// <summary>Finds out about the images of suites, and about the Python in them, in a sandbox as a run would start it.</summary>
internal sealed class SuiteExamination(IContainerEngine engine, ImageStore images, SandboxOwner owner, TimeProvider time)
{
    private const long OutputBytes = 1 << 20;

    /// <summary>Looks at one suite; failures are facts, never thrown.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="starts">Whether the engine can start sandboxes; else only the image is looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SuiteFacts> LookAsync(Suite suite, bool starts, CancellationToken cancellationToken)
    {
        var facts = new SuiteFacts(suite);
        if (!ImageReference.TryParse(suite.Image, out var reference, out var error))
            return facts with { Fault = new(EngineFault.ImageNotFound, $"'{suite.Image}' is no image reference: {error}") };
        try
        {
            facts = facts with { Image = await images.EnsureAsync(reference, suite.Platform, cancellationToken).ConfigureAwait(false) };
            return starts ? await AskPythonAsync(facts, cancellationToken).ConfigureAwait(false) : facts;
        }
        catch (EngineException fault)
        {
            return facts with { Fault = fault };
        }
    }

    /// <summary>Judges.</summary>
    public static IEnumerable<CheckResult> Judge(SuiteFacts facts, DoctorFacts around)
    {
        yield return ImageCheck.Of(facts);
        if (facts.Image is { } image && EmulationCheck.Of(image, around.Engine!, around.Machine.Emulators, facts.Suite.Name) is { } emulation)
            yield return emulation;
        if (PythonCheck.Of(facts) is { } python)
            yield return python;
    }

    private async Task<SuiteFacts> AskPythonAsync(SuiteFacts facts, CancellationToken cancellationToken)
    {
        var suite = facts.Suite;
        var mounts = SandboxMounts.For(suite);
        var folder = Directory.CreateTempSubdirectory("harness-doctor-");
        try
        {
            var sandbox = await Sandbox.StartAsync(
                engine, SandboxSpecs.For(suite, facts.Image!.Id, keep: false, []), owner, new Unwatched(), time, cancellationToken).ConfigureAwait(false);
            await using (sandbox.ConfigureAwait(false))
            {
                var candidates = suite.Python.Executable is { } named ? [named] : new[] { "python3", "python" };
                foreach (var python in candidates)
                {
                    var result = await sandbox.RunAsync(Command(StepCommand.Sanity(python, mounts), folder.FullName, suite), cancellationToken).ConfigureAwait(false);
                    if (result.Fault is { } lost)
                        throw new EngineException(lost, $"The sandbox was lost while {python} was asked for its version.");
                    if (result.StartError is not null)
                        continue;
                    var output = new StepOutput(result);
                    if (PythonFacts.Parse(output.Stdout()) is not { } said)
                        return facts with { PythonProblem = $"{python} does not say what it is: {LastLine(output.StderrTail)}" };
                    return said.Unreadable is [var first, ..]
                        ? facts with { Fault = Readability.Failure(suite, mounts, first) }
                        : facts with { Python = said };
                }

                return facts with { PythonProblem = candidates is [var only] ? $"{only} does not start in {suite.Image}" : $"neither python3 nor python starts in {suite.Image}" };
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SandboxCommand Command(StepCommand command, string folder, Suite suite) => new()
    {
        Name = StepPlan.Sanity,
        Command = command.Run,
        Environment = command.Environment,
        WorkingDirectory = command.WorkingDirectory,
        Timeout = suite.Timeouts.Test,
        StandardOutputPath = Path.Combine(folder, "stdout"),
        StandardErrorPath = Path.Combine(folder, "stderr"),
        KeepBytes = OutputBytes,
        AbortBytes = OutputBytes,
    };

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last]
        ? last
        : "it printed nothing";

    private sealed class Unwatched : ISandboxObserver
    {
        public void OnCreated(string containerId, string name)
        {
        }

        public void OnEvent(EngineEvent engineEvent)
        {
        }

        public void OnKill(KillEntry entry)
        {
        }

        public void OnSample(CgroupCounters counters)
        {
        }

        public void OnOutput(string command, OutputStream stream, ReadOnlySpan<byte> bytes)
        {
        }

        public void OnFinalState(ContainerState? state)
        {
        }
    }
}
