using Harness.Doctor.Checks;
using Harness.Engines.Discovery;
using Harness.Engines.Images;
using Harness.Engines.Sandboxes;
using Harness.Running;

namespace Harness.Doctor;

/// <summary>All of <c>harness doctor</c>: looks at engine, machine and suites, and judges what it finds.</summary>
public static class Examination
{
    // Longer than anything here takes; only for reapers who cannot see the lease.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromHours(1);

    /// <summary>Examines for what the request would run; pulls images that are not there, unless it is offline.</summary>
    public static async Task<DoctorReport> RunAsync(RunRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        var loaded = SuiteLoader.Load(request);
        var settings = loaded.Settings;
        var (facts, connection) = await EngineExamination.LookAsync(settings.Engine, request.Environment, time, cancellationToken).ConfigureAwait(false);
        List<CheckResult> checks =
        [
            .. EngineExamination.Judge(facts),
            OutputCheck.Of(Path.Combine(request.WorkingDirectory, settings.Output), settings.Output),
            .. SuiteCheck.Of(loaded, searched: request.Suites.Count == 0),
        ];
        if (connection is not null)
        {
            await using (connection.Engine.ConfigureAwait(false))
                checks.AddRange(await ImagesAsync(loaded, facts, connection, time, cancellationToken).ConfigureAwait(false));
        }

        return new(checks);
    }

    private static async Task<IReadOnlyList<CheckResult>> ImagesAsync(
        LoadedSuites loaded, DoctorFacts facts, EngineConnection connection, TimeProvider time, CancellationToken cancellationToken)
    {
        using var lease = LeaseDirectory.Open().Take();
        var examination = new SuiteExamination(
            connection.Engine,
            new ImageStore(connection.Engine, new() { Offline = loaded.Settings.Offline }, time),
            new($"doctor-{Guid.NewGuid().ToString("N")[..6]}", lease.Label, time.GetUtcNow() + LeaseTime),
            time);
        var checks = new List<CheckResult>();
        foreach (var suite in loaded.Suites)
        {
            if (suite.Suite is { } valid)
                checks.AddRange(SuiteExamination.Judge(await examination.LookAsync(valid, facts.MissingInit is null, cancellationToken).ConfigureAwait(false), facts));
        }

        return checks;
    }
}
