namespace Harness.Engines.Sandboxes;

/// <summary>Every signal that Harness sends into a sandbox. An entry is here, and with the observer, before its signal is sent.</summary>
internal sealed class KillLedger(SerialObserver observer, TimeProvider time)
{
    /// <summary>The target that stands for the container as a whole.</summary>
    public const string Container = "container";

    private readonly Lock _gate = new();
    private readonly List<KillEntry> _entries = [];

    /// <summary>The entries so far, oldest first.</summary>
    public IReadOnlyList<KillEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Writes down a signal that is about to be sent.</summary>
    public void Add(string target, int signal, KillReason reason)
    {
        var entry = new KillEntry(time.GetUtcNow(), target, signal, reason);
        lock (_gate)
        {
            _entries.Add(entry);
        }

        observer.Kill(entry);
    }
}
