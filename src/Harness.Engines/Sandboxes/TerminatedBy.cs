namespace Harness.Engines.Sandboxes;

/// <summary>Who ended it, when it did not end by itself.</summary>
public enum TerminatedBy
{
    /// <summary>Harness itself; the kill ledger has the entry.</summary>
    Harness,

    /// <summary>The engine, at somebody's request.</summary>
    Engine,

    /// <summary>The kernel.</summary>
    Kernel,

    /// <summary>Nobody who left a trace.</summary>
    Unknown,
}
