using System.Collections.Concurrent;
using Harness.Running;

namespace Harness.Tests.Support;

/// <summary>Remembers what it was told.</summary>
internal sealed class ProgressList(bool wantsOutput = true) : IRunProgress
{
    private readonly ConcurrentQueue<RunEvent> events = new();

    public IReadOnlyList<RunEvent> Events => [.. events];

    public bool WantsOutput => wantsOutput;

    /// <summary>Called with each event.</summary>
    public Action<RunEvent>? Heard { get; set; }

    public void Report(RunEvent runEvent)
    {
        events.Enqueue(runEvent);
        Heard?.Invoke(runEvent);
    }
}
