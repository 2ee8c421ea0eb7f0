using Harness.Evidence;
using Harness.Running;

namespace Harness.Doctor.Injecting;

/// <summary>Makes faults happen on this machine, and judges what its runs are called.</summary>
public static class InjectionRun
{
    private const string Check = "inject";
    private const string Output = "artifacts";

    // Of these the artifacts are kept and named: of anything else the finding says all there is to know.
    private const string Misnamed = "misnamed";
    private const string NotInjected = "not-injected";

    /// <summary>Makes them happen, as many at once as the machine allows.</summary>
    /// <param name="injections">Which.</param>
    /// <param name="request">Engine, environment and whether to pull; its suites are not run.</param>
    /// <param name="image">An image with Python.</param>
    /// <param name="judged">Hears each as soon as it is judged.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>One check for each, in their order.</returns>
    public static async Task<DoctorReport> RunAsync(
        IReadOnlyList<Injection> injections, RunRequest request, string image, Action<CheckResult> judged, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = RunSettings.Of(request);
        if (settings.Diagnostics.Count > 0)
            return new([.. settings.Diagnostics.Select(SuiteLoader.Cause).Select(cause => Told(CheckResult.Failed(Check, cause.Name, cause.Summary, cause.Remedy)))]);
        var made = injections.Where(injection => !(injection.Pulls && settings.Offline)).ToList();
        if (made.Count == 0)
            return new([.. injections.Select(injection => Told(Skipped(injection)))]);
        var folder = Directory.CreateTempSubdirectory("harness-inject-");
        var isKept = false;
        try
        {
            foreach (var injection in made)
            {
                var suite = folder.CreateSubdirectory(injection.Cause);
                Open(folder, suite); // steps run as an unprivileged user, and temporary folders are private
                injection.Write(suite.FullName, injection.Cause, image);
            }

            var artifacts = new ArtifactsFolder(Path.Combine(folder.FullName, Output));
            await using var progress = new InjectionProgress(made, artifacts, settings.Engine, request.Environment, judged);
            await HarnessRun.RunAsync(Within(folder, settings, request), progress, time, cancellationToken).ConfigureAwait(false);
            List<CheckResult> checks = [.. injections.Select(injection =>
                progress.Check(injection) ?? Told(made.Contains(injection) ? Judge(injection, null, artifacts) : Skipped(injection)))];
            isKept = checks.Any(check => check.Cause is Misnamed or NotInjected);
            return new(checks);
        }
        finally
        {
            if (!isKept)
                folder.Delete(recursive: true);
        }

        CheckResult Told(CheckResult check)
        {
            judged(check);
            return check;
        }
    }

    private static RunRequest Within(DirectoryInfo folder, RunSettings settings, RunRequest request) => new()
    {
        WorkingDirectory = folder.FullName,
        Output = Output,
        Engine = settings.Engine,
        Jobs = settings.Jobs,
        MemoryBudgetBytes = settings.MemoryBudgetBytes,
        Offline = settings.Offline,
        Overrides = new() { AllowUnpinned = true },
        // What else the environment says of suites would make other faults of these.
        Environment = request.Environment.Where(variable => !variable.Key.StartsWith("HARNESS_", StringComparison.Ordinal)).ToDictionary(),
    };

    private static CheckResult Skipped(Injection injection) => CheckResult.Skipped(Check, $"{injection.Cause} needs a registry, and nothing is to be pulled");

    internal static CheckResult Judge(Injection injection, SuiteResult? result, ArtifactsFolder artifacts, string? refusal = null)
    {
        var first = result is null ? null : Injection.First(result);
        static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
        var where = $" Artifacts: {artifacts.Suite(injection.Cause).Path}";
        if (result is null)
            return CheckResult.Failed(Check, NotInjected, $"{injection.Cause} was not run.{where}");
        if (refusal is not null)
            return CheckResult.Failed(Check, NotInjected, $"{injection.Cause} could not be made to happen: {Sentence(refusal)}{where}");
        if (injection.Misjudged(result) is not { } wrong)
            return CheckResult.Passed(Check, $"{injection.Cause} was named {first!.Code}: {first.Summary}");
        // What kept the fault from happening at all is the user's to mend first.
        return first is not null && first.Name != injection.Cause && first.Code.StartsWith("HARN2", StringComparison.Ordinal)
            ? CheckResult.Failed(Check, first.Name, $"{injection.Cause} could not be made to happen: {Sentence(first.Summary)}", $"{first.Remedy} Or name an image that can be used here: --image.")
            : CheckResult.Failed(Check, Misnamed, wrong + where, first?.Remedy);
    }

    private static void Open(params ReadOnlySpan<DirectoryInfo> folders)
    {
        foreach (var folder in folders)
        {
            if (!OperatingSystem.IsWindows())
                folder.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        }
    }
}
