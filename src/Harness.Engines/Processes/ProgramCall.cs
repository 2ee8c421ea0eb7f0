using System.Collections.ObjectModel;

namespace Harness.Engines.Processes;

/// <summary>One call of a program.</summary>
/// <param name="Arguments">Its arguments, one by one; every user of this machine can read them.</param>
internal sealed record ProgramCall(params IReadOnlyList<string> Arguments)
{
    /// <summary>Added to the program's environment, which only its own user can read.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What it reads from its standard input.</summary>
    public string Input { get; init; } = "";
}
