using Harness.Diagnosis;
using Harness.Suites;

namespace Harness.Reporting;

/// <summary>An error or a warning as consoles and build systems tell it. Texts may come from a tested program: print them as <see cref="SafeText"/>.</summary>
/// <param name="Name">Stable name of the cause, such as <c>memory-limit</c>.</param>
/// <param name="Code">Its code, such as <c>HARN4001</c>.</param>
/// <param name="Position">The place of the user's that it is about.</param>
/// <param name="Text">The fact, one line.</param>
/// <param name="Details">What carries it, strongest first.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="See">The file that shows most; null where there is none.</param>
public sealed record Finding(
    string Name,
    string Code,
    SourcePosition Position,
    string Text,
    IReadOnlyList<EvidenceLine> Details,
    string Remedy,
    string? See = null)
{
    /// <summary>Less likely explanations of the same.</summary>
    public IReadOnlyList<EvidenceLine> Rivals { get; init; } = [];
}
