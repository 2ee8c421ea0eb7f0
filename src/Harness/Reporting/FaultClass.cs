using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Reporting;

/// <summary>Tells failures of what is tested from failures of what tests it.</summary>
internal static class FaultClass
{
    /// <summary>Whether a cause lies outside the tests and their dependencies: input, engine, image, surroundings, Harness itself.</summary>
    public static bool IsInfrastructure(Cause cause) =>
        cause.Code.StartsWith("HARN1", StringComparison.Ordinal)
        || cause.Code.StartsWith("HARN2", StringComparison.Ordinal)
        || cause.Code.StartsWith("HARN9", StringComparison.Ordinal)
        || cause.Name is "container-removed" or "interrupted"
        || CauseCatalog.Find(cause.Name) is { Retryable: true };

    /// <summary>Whether a step's end is infrastructure: by its cause, or without one by its outcome and the suite's verdict.</summary>
    public static bool IsInfrastructure(SuiteResult result, Outcome outcome, Cause? cause) =>
        outcome is Outcome.Lost or Outcome.Interrupted
        || (cause is not null ? IsInfrastructure(cause) : result.Verdict is not (Verdict.Failed or Verdict.NotReproducible));

    /// <summary>What a cause that belongs to no step is about, in a word that serves as a testcase's name.</summary>
    public static string Place(Cause? cause) => cause?.Code switch
    {
        null => "run",
        { } code when code.StartsWith("HARN1", StringComparison.Ordinal) => "suite",
        "HARN2001" or "HARN2002" or "HARN2003" or "HARN2004" => "engine",
        "HARN2011" => "container",
        { } code when code.StartsWith("HARN2", StringComparison.Ordinal) => "image",
        { } code when code.StartsWith("HARN41", StringComparison.Ordinal) => "container",
        { } code when code.StartsWith("HARN9", StringComparison.Ordinal) => "harness",
        _ => "run",
    };
}
