using System.Diagnostics.CodeAnalysis;
using Harness.Doctor.Injecting;

namespace Harness.Faults.Tests.Lab;

/// <summary>One fault that is made to happen for real, and the cause that must then be named first; those that the doctor makes too are his.</summary>
public sealed record Scenario : Injection
{
    public Scenario()
    {
    }

    /// <summary>One that <c>harness doctor --inject</c> makes.</summary>
    [SetsRequiredMembers]
    public Scenario(Injection injection) : base(injection)
    {
    }

    /// <summary>A cause that must follow the first one; null: not checked.</summary>
    public string? Second { get; init; }

    /// <summary>Writes what the suite needs beside its own files.</summary>
    public Action<SuiteBench>? Prepare { get; init; }

    /// <summary>What is done to the run from outside, while it runs.</summary>
    public Func<LiveRun, Task>? Inject { get; init; }

    /// <summary>Changes the caller's environment.</summary>
    public Action<Dictionary<string, string>>? Environment { get; init; }
}
