using Harness.Evidence;
using Harness.Suites;

namespace Harness.Diagnosis;

/// <summary>Makes causes with the catalogue's code.</summary>
internal static class CauseBuilder
{
    /// <summary>A cause of this name that happened in a step.</summary>
    public static Cause Create(string name, double confidence, string summary, string? remedy = null, StepEvidence? step = null)
    {
        var kind = CauseCatalog.Get(name);
        return new()
        {
            Name = kind.Name,
            Code = kind.Code,
            Confidence = confidence,
            Summary = summary,
            Remedy = remedy ?? kind.Remedy,
            Step = step?.Result.Name,
        };
    }

    /// <summary>The same cause, at a line of the user's.</summary>
    public static Cause At(this Cause cause, SourcePosition? position) =>
        position is null ? cause : cause with { File = position.File, Line = position.Line, Column = position.Column };

    /// <summary>The same cause, carried by one more fact.</summary>
    public static Cause Because(this Cause cause, string source, string text) =>
        cause with { Evidence = [.. cause.Evidence, new(source, text)] };

    /// <summary>The same cause, carried by one more fact where there is one.</summary>
    public static Cause BecauseIf(this Cause cause, bool applies, string source, Func<string> text) =>
        applies ? cause.Because(source, text()) : cause;

    /// <summary>The same cause, with a fact that speaks against it.</summary>
    public static Cause Despite(this Cause cause, string source, string text) =>
        cause with { Contradictions = [.. cause.Contradictions, new(source, text)] };

    /// <summary>The same cause, with what would have made it certain.</summary>
    public static Cause SettledBy(this Cause cause, string what) => cause with { WouldSettle = what };
}
