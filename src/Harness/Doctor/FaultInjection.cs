using Harness.Evidence;
using Harness.Running;
using Harness.Suites.Starting;

namespace Harness.Doctor;

/// <summary>A fault that can be made to happen on any machine with an engine, inside one sandbox and within its limits.</summary>
/// <param name="Cause">The name of the cause that is the right answer.</param>
/// <param name="Limits">What the suite says of limits and deadlines.</param>
/// <param name="Program">The Python program of its only test.</param>
public sealed record FaultInjection(string Cause, string Limits, string Program)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaultInjection> All { get; } =
    [
        new("memory-limit", "limits: {memory: 96MiB, disk: 32MiB}", "x = []\nwhile True: x.append(bytearray(4 << 20))"),
        new("disk-full", "limits: {disk: 16MiB}", "with open('/tmp/big', 'wb') as f:\n    while True: f.write(bytes(1 << 16))"),
        new("process-limit", "limits: {pids: 32}", "import subprocess\nfor _ in range(100): subprocess.Popen(['sleep', '1'])"),
        new("output-flood", "limits: {output: 64KiB, output-abort: 1MiB}", "while True: print('y' * 80)"),
        new("timeout-test", "timeouts: {test: 2s}", "import time\ntime.sleep(600)"),
    ];

    /// <summary>Their names, as a sentence lists them.</summary>
    public static string Names => string.Join(", ", All.Take(All.Count - 1).Select(fault => fault.Cause)) + $" or {All[^1].Cause}";

    /// <summary>The one that leads to this cause; null when there is none.</summary>
    public static FaultInjection? Find(string cause) => All.FirstOrDefault(fault => fault.Cause == cause);

    /// <summary>Makes it happen, and judges what the run says of it.</summary>
    /// <param name="request">Engine, environment and whether to pull; its suites are not run.</param>
    /// <param name="image">An image with Python; null: the one that a first suite gets.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<DoctorReport> RunAsync(RunRequest request, string? image, TimeProvider time, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory($"harness-inject-{Cause}-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, FirstSuite.FileName), Suite(image ?? FirstSuite.DefaultImage), cancellationToken).ConfigureAwait(false);
        var report = await HarnessRun.RunAsync(
            new()
            {
                WorkingDirectory = folder.FullName,
                Output = "artifacts",
                Engine = request.Engine,
                Offline = request.Offline,
                Overrides = new() { Runs = 1, AllowUnpinned = true },
                Environment = request.Environment,
            },
            new Silence(), time, cancellationToken).ConfigureAwait(false);
        var check = Judge(report.Results is [var only] ? only : null, report.Artifacts);
        if (check.Status == CheckStatus.Passed)
            folder.Delete(recursive: true);
        return new([check]);
    }

    private CheckResult Judge(SuiteResult? result, string artifacts) => (result?.Causes is [var first, ..] ? first : null) switch
    {
        null => CheckResult.Failed("inject", "misnamed", $"{Cause} had no consequence; artifacts: {artifacts}"),
        var cause when cause.Name == Cause => CheckResult.Passed("inject", $"{Cause} was named {cause.Code}: {cause.Summary}"),
        var cause => CheckResult.Failed("inject", "misnamed", $"{Cause} was named {cause.Name}: {cause.Summary} Artifacts: {artifacts}", cause.Remedy),
    };

    private string Suite(string image) =>
        $$"""
        schema: 1
        name: inject-{{Cause}}
        image: {{image}}
        workspace: {access: none}
        {{Limits}}
        tests:
          - name: fault
            run:
              - python3
              - -c
              - |
        {{string.Join('\n', Program.Split('\n').Select(line => "        " + line))}}
        """.ReplaceLineEndings("\n") + "\n";

    private sealed class Silence : IRunProgress
    {
        public void Report(RunEvent runEvent)
        {
        }
    }
}
