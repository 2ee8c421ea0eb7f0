using System.Collections.Concurrent;
using Harness.Engines.Sandboxes;

namespace Harness.Engines.Tests.Support;

/// <summary>Remembers what it saw, in order.</summary>
internal sealed class RecordingObserver : ISandboxObserver
{
    private readonly ConcurrentQueue<object?> _seen = new();
    private long _outputBytes;

    /// <summary>Everything but output and samples, oldest first.</summary>
    public IReadOnlyList<object?> Seen => [.. _seen];

    /// <summary>What to do when the container has been created.</summary>
    public Action Created { get; init; } = () => { };

    public long OutputBytes => Interlocked.Read(ref _outputBytes);

    public void OnCreated(string containerId, string name)
    {
        _seen.Enqueue((containerId, name));
        Created();
    }

    public void OnEvent(EngineEvent engineEvent) => _seen.Enqueue(engineEvent);

    public void OnKill(KillEntry entry) => _seen.Enqueue(entry);

    public void OnSample(CgroupCounters counters)
    {
    }

    public void OnOutput(string command, OutputStream stream, ReadOnlySpan<byte> bytes) => Interlocked.Add(ref _outputBytes, bytes.Length);

    public void OnFinalState(ContainerState? state) => _seen.Enqueue(state);

    public void OnNotRemoved(string name, EngineException error) => _seen.Enqueue(error);
}
