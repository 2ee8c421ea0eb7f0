using Harness.Evidence;
using Microsoft.Build.Framework;

namespace Harness.MSBuild;

/// <summary>Runs smoke test suites; what does not pass is a build error with the code, file and line of its cause.</summary>
#pragma warning disable CS0436 // our own attribute, on purpose: MSBuild before 18.6 has none
[MSBuildMultiThreadableTask]
#pragma warning restore CS0436
public sealed class RunSmokeTests : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>Suite files, folders and patterns; none: every <c>smoke.yml</c> of the project.</summary>
    public ITaskItem[]? Suites { get; set; }

    /// <summary>Absolute path that suites and the output are relative to.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The project, for errors that no file of the user's is at fault for.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The artifacts folder.</summary>
    public string? Output { get; set; }

    /// <summary>Fresh containers compared with each other, instead of the suites' own numbers.</summary>
    public string? Runs { get; set; }

    /// <summary>auto, docker, podman, docker-cli or podman-cli.</summary>
    public string? Engine { get; set; }

    /// <summary>Only tests whose name holds this.</summary>
    public string? Filter { get; set; }

    /// <summary>An artifacts folder or <c>result.json</c> of an earlier run to compare with.</summary>
    public string? Baseline { get; set; }

    /// <summary>rich or strict: the form of <c>junit.xml</c>.</summary>
    public string? JUnitDialect { get; set; }

    /// <summary>Containers at once; default: as many as there are CPUs.</summary>
    public string? Jobs { get; set; }

    /// <summary>Memory granted to all containers together, such as <c>4GiB</c>; default: four fifths of the machine's.</summary>
    public string? MemoryBudget { get; set; }

    /// <summary>Pulls nothing.</summary>
    public bool Offline { get; set; }

    /// <summary>Accepts an image without digest, with a warning.</summary>
    public bool AllowUnpinned { get; set; }

    /// <summary>Accepts paths outside the suite's folder.</summary>
    public bool AllowOutside { get; set; }

    /// <summary>Variables beside those of the build's own environment, <c>NAME=VALUE</c>.</summary>
    public string[]? EnvironmentVariables { get; set; }

    /// <summary>Runs even if nothing has changed since the last green run.</summary>
    public bool Force { get; set; }

    /// <summary>One item for each suite that was run or replayed.</summary>
    [Output]
    public ITaskItem[] Results { get; set; } = [];

    /// <summary>Ends the containers; the task fails.</summary>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();

    /// <inheritdoc/>
    public override bool Execute()
    {
        var log = new BuildLog(Log, ProjectDirectory, ProjectFile);
        using var termination = Termination.Watch(Cancel);
        try
        {
            var (request, errors) = SmokeTestOptions.Read(this);
            foreach (var error in errors)
                log.Diagnostic(error);
            if (errors.Count > 0)
                return false;

            var outcome = new SmokeTestRun(request, log, new BuildProgress(Log), TimeProvider.System)
                .RunAsync(Force, cancellation.Token).GetAwaiter().GetResult();
            Results = ResultItems.Of(outcome.Results, outcome.Artifacts, ProjectDirectory, outcome.UpToDate);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            log.Failure("interrupted", "The build was cancelled before the smoke tests began.");
        }
        catch (ArtifactsException exception)
        {
            log.Failure("output-unusable", exception.Fact, exception.Remedy);
        }
#pragma warning disable CA1031 // the boundary to MSBuild: whatever it is, the build fails with a code and the whole exception
        catch (Exception exception)
        {
            log.Failure("internal-error", $"{exception.GetType().Name}: {exception.Message}");
            Log.LogMessagesFromStream(new StringReader(exception.ToString()), MessageImportance.Normal);
        }
#pragma warning restore CA1031

        return !Log.HasLoggedErrors;
    }
}
