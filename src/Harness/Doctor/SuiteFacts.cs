using Harness.Engines;
using Harness.Running;
using Harness.Suites;

namespace Harness.Doctor;

/// <summary>What was found out about one suite's image.</summary>
/// <param name="Suite">The suite.</param>
internal sealed record SuiteFacts(Suite Suite)
{
    /// <summary>The image; null when it cannot be had.</summary>
    public ImageInfo? Image { get; init; }

    /// <summary>Why not, or why no sandbox could be started from it.</summary>
    public EngineException? Fault { get; init; }

    /// <summary>What its Python says of itself; null when none did.</summary>
    public PythonFacts? Python { get; init; }

    /// <summary>What was printed instead.</summary>
    public string? PythonProblem { get; init; }
}
