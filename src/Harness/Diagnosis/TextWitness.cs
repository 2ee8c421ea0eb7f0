using Harness.Evidence;

namespace Harness.Diagnosis;

/// <summary>Looks for texts in what a step printed: the weakest witness, asked last.</summary>
internal static class TextWitness
{
    /// <summary>The first line with this text, standard error before standard output, trimmed; null when there is none.</summary>
    public static string? FirstLine(StepEvidence step, string text) => FirstLine(step.StderrTail, text) ?? FirstLine(step.StdoutTail, text);

    /// <summary>The first line with this text, trimmed; null when there is none.</summary>
    public static string? FirstLine(string? output, string text) =>
        output?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>The last lines that say anything, trimmed at their ends, in order.</summary>
    public static IReadOnlyList<string> LastLines(string output, int count) =>
        [.. output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).TakeLast(count)];
}
