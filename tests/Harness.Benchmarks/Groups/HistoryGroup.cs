using System.Globalization;
using System.Runtime.CompilerServices;
using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;

namespace Harness.Benchmarks.Groups;

/// <summary>Reading many nights: 2,000 artifacts folders, each with a record of 100 packages, two runs of 20 tests and 50 differences.</summary>
internal sealed class HistoryGroup(Surroundings surroundings, BenchOptions options) : IBenchGroup
{
    private const int Nights = 2_000;

    public async IAsyncEnumerable<ContestResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("harness-bench-");
        try
        {
            for (var night = 0; night < Nights; night++)
            {
                var suite = folder.CreateSubdirectory($"nights/{night:0000}/api");
                await File.WriteAllTextAsync(Path.Combine(suite.FullName, "result.json"), Record(night), cancellationToken);
            }

            string[] command = [surroundings.Tool, "history", Path.Combine(folder.FullName, "nights"), "--output", Path.Combine(folder.FullName, "out")];
            var series = await Contest.RunAsync(
                [new("harness history", token => MeasuredProcess.RunAsync(command, watch: true, token))], options.Rounds(5), cancellationToken);
            yield return new("history", $"A history of {Nights} artifacts folders", series, [Target.Time(series[0], 5_000), Target.Memory(series[0], 200)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Record(int night)
    {
        var steps = string.Join(", ", Enumerable.Range(0, 20).Select(test =>
            $$"""{"name": "test:t{{test}}", "outcome": "{{((night + test) % 97 == 0 ? "failed" : "passed")}}", "exitCode": 0, "durationSeconds": 0.5, "command": ["python", "-m", "pytest", "-q"], "truncatedBytes": 0}"""));
        var packages = string.Join(", ", Enumerable.Range(0, 100).Select(package =>
            $$"""{"name": "package-{{package}}", "version": "1.{{night / (package + 50)}}", "archive": "package-{{package}}.whl", "sha256": "{{new string('a', 64)}}"}"""));
        var differences = string.Join(", ", Enumerable.Range(0, 50).Select(file =>
            $$"""{"kind": "file", "subject": "lib/f{{file}}.pyc", "left": "{{new string('b', 64)}}", "right": "{{new string('c', 64)}}", "benign": true, "rule": "bytecode"}"""));
        var run = $$"""{"index": 1, "outcome": "passed", "attempts": [{"index": 1, "outcome": "passed", "durationSeconds": 20, "steps": [{{steps}}], "resources": {"peakMemoryBytes": {{100_000_000 + (night * 1000)}} } } ] }""";
        var at = new DateTime(2020, 1, 1, 3, 17, 0, DateTimeKind.Utc).AddDays(night).ToString("s", CultureInfo.InvariantCulture);
        return $$"""
            {"schema": 1, "suite": "api", "file": "smoke.yml", "verdict": "{{(night % 50 == 49 ? "failed" : "passed")}}", "startedAt": "{{at}}Z", "durationSeconds": 41.2,
             "image": {"reference": "python@sha256:aa", "digest": "sha256:aa"}, "engine": {"kind": "docker", "version": "27.{{night / 300}}"},
             "environment": {"python": "3.11.9", "pip": "24.0", "packages": [{{packages}}]}, "runs": [{{run}}, {{run}}], "causes": [],
             "reproducibility": {"verdict": "reproducible", "differences": [{{differences}}]}, "statistics": {"attempts": 2, "retried": 0, "recovered": 0} }
            """;
    }
}
