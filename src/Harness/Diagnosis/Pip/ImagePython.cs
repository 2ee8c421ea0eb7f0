using Harness.Evidence;
using Harness.Running;

namespace Harness.Diagnosis.Pip;

/// <summary>The image's Python, as the first step found it.</summary>
internal static class ImagePython
{
    /// <summary>What is known; null when the first step printed nothing of the kind.</summary>
    public static PythonFacts? Of(AttemptEvidence evidence) =>
        evidence.Steps.FirstOrDefault(step => step.Result.Name == StepPlan.Sanity) is { StdoutTail.Length: > 0 } sanity ? PythonFacts.Parse(sanity.StdoutTail) : null;

    /// <summary>Such as <c>Python 3.11.2</c>; without a version when it is not known.</summary>
    public static string Version(AttemptEvidence evidence) => Of(evidence) is { } facts ? $"Python {facts.Python}" : "this Python";

    /// <summary>Such as <c>CPython 3.11.2, x86_64, glibc 2.36</c>.</summary>
    public static string Platform(AttemptEvidence evidence) => Of(evidence) is { } facts
        ? string.Join(", ", new[] { $"{facts.Implementation} {facts.Python}", facts.Machine, facts.Libc }.OfType<string>())
        : "this Python and platform";
}
