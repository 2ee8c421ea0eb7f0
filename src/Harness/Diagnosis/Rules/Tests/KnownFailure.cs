namespace Harness.Diagnosis.Rules.Tests;

/// <summary>Why a program failed, where its own words and what the sandbox gives it leave no doubt.</summary>
/// <param name="Fact">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record KnownFailure(string Fact, string Remedy)
{
    /// <summary>The first that fits, the most specific words first; null when none does.</summary>
    public static KnownFailure? Of(Case @case) => ScriptNotRun.Of(@case) ?? CommandNotRun.Of(@case)
        ?? (@case.Test is null ? null : Texts.Select(of => of(@case)).FirstOrDefault(known => known is not null));

    private static readonly Func<Case, KnownFailure?>[] Texts =
    [
        ModuleMissing.Of, LibraryMissing.Of, LibraryMismatch.Of, NameMissing.Of, ReadOnlyPath.Of, DeniedPath.Of, ProgramMissing.Of, LocaleMissing.Of, NoTests.Of, PytestWords.Of,
        NetworkMissing.Of,
    ];

    /// <summary>What the program ended with: its last lines, and what pytest and unittest show of exceptions, which stand further up. Words before that may have had no consequence.</summary>
    public static IEnumerable<string> LastWords(Case @case) => @case.Step.StdoutTail.Split('\n').Where(line => line.StartsWith("E  ", StringComparison.Ordinal))
        .Concat(TextWitness.Summed(@case.Step.StderrTail)).Concat(TestFailedRule.LastWords(@case).Select(line => line.Text));
}
