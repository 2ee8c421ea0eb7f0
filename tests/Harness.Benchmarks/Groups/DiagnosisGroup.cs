using System.Runtime.CompilerServices;
using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;
using Harness.Evidence;
using Harness.Running;

namespace Harness.Benchmarks.Groups;

/// <summary>What it costs to explain a folder of a run of fifty steps again, from its journal and logs.</summary>
internal sealed class DiagnosisGroup(Surroundings surroundings, BenchOptions options) : IBenchGroup
{
    private const int Tests = 48; // beside the check that Python starts and the list of what is installed
    private const UnixFileMode Readable = (UnixFileMode)0b111_101_101;

    public async IAsyncEnumerable<ContestResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("harness-bench-");
        try
        {
            if (!OperatingSystem.IsWindows())
                folder.UnixFileMode = Readable; // steps run as an unprivileged user
            var artifacts = await MakeAsync(folder.FullName, cancellationToken);
            var series = await Contest.RunAsync(
                [
                    new("diagnosis", _ => Stopwatches.TimeAsync(() => Task.Run(() => Explain(artifacts.Suite("fifty")), cancellationToken))),
                    new("harness explain", token => MeasuredProcess.RunAsync([surroundings.Tool, "explain", artifacts.Path], watch: false, token)),
                ],
                options.Rounds(25),
                cancellationToken);
            yield return new("diagnosis", "Explaining a folder of fifty steps again", series, [Target.Time(series[0], 100)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<ArtifactsFolder> MakeAsync(string folder, CancellationToken cancellationToken)
    {
        var tests = Enumerable.Range(1, Tests).Select(number => $"- {{name: t{number}, run: \"seq 2000; exit {(number == Tests ? 1 : 0)}\"}}\n");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "smoke.yml"), $"schema: 1\nname: fifty\nimage: {surroundings.Image}\nruns: 1\ntests:\n{string.Concat(tests)}", cancellationToken);
        var artifacts = Path.Combine(folder, "out");
        await MeasuredProcess.RunAsync(["sh", "-c", "\"$1\" run \"$2\" --output \"$3\" --quiet; test $? = 1", "sh", surroundings.Tool, folder, artifacts], watch: false, cancellationToken);
        return new(artifacts);
    }

    private static void Explain(SuiteFolder suite)
    {
        if (Reexamination.Of(suite) is not { Causes: [{ Name: "test-failed", Step: "test:t48" }, ..] })
            throw new InvalidOperationException("The folder was not explained as what it is.");
    }
}
