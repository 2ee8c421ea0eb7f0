using Harness.Doctor.Checks;
using Harness.Engines;
using Harness.Engines.Discovery;
using Harness.Engines.Machine;

namespace Harness.Doctor;

/// <summary>Finds out about engine and machine, and changes nothing there.</summary>
internal static class EngineExamination
{
    /// <summary>Looks. The connection is the caller's to dispose of; null where no engine answers.</summary>
    public static async Task<(DoctorFacts Facts, EngineConnection? Connection)> LookAsync(
        EngineChoice choice, IReadOnlyDictionary<string, string> environment, TimeProvider time, CancellationToken cancellationToken)
    {
        var machine = await MachineReader.ReadAsync(environment, cancellationToken).ConfigureAwait(false);
        var facts = new DoctorFacts { Machine = machine, Choice = choice };
        var before = time.GetUtcNow();
        try
        {
            var connection = await EngineConnector.ConnectAsync(choice, environment, cancellationToken).ConfigureAwait(false);
            var engine = connection.Engine.Info;
            return (facts with
            {
                Engine = engine,
                MissingInit = await MissingInitAsync(connection.Engine, cancellationToken).ConfigureAwait(false),
                Storage = engine is { IsLocal: true, StorageFolder: { } folder } ? StorageFacts.Measure(folder) : null,
                Skew = engine.Clock is { } clock ? ClockCheck.Skew(before, clock, time.GetUtcNow()) : null,
            }, connection);
        }
        catch (EngineException refusal)
        {
            var closed = refusal.LookedAt.FirstOrDefault(attempt => attempt is { Fault: EngineFault.EnginePermission, Candidate.Endpoint.Scheme: "unix" });
            var socket = closed is null ? null : await MachineReader.SocketAsync(closed.Candidate.Endpoint!.LocalPath, environment, cancellationToken).ConfigureAwait(false);
            return (facts with { Refusal = refusal, RefusingSocket = socket }, null);
        }
    }

    // An engine that is lost while it is asked is none, and nobody else disposes of it.
    private static async Task<string?> MissingInitAsync(IContainerEngine engine, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.FindMissingInitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Judges.</summary>
    public static IEnumerable<CheckResult> Judge(DoctorFacts facts) =>
    [
        EngineCheck.Of(facts),
        RootlessCheck.Of(facts),
        StorageCheck.Of(facts),
        CgroupCheck.Of(facts),
        MemoryCheck.Of(facts),
        ClockCheck.Of(facts),
    ];
}
