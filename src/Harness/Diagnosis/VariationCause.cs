using Harness.Reproducibility;

namespace Harness.Diagnosis;

/// <summary>Tells in a cause which variation of the environment brings it about.</summary>
internal static class VariationCause
{
    /// <summary>The cause with what the trials say.</summary>
    public static Cause Explain(Cause cause, VariedDrift variation)
    {
        // Behind the strongest witness, where every report still has room for it.
        var told = cause with { Evidence = [.. cause.Evidence.Take(1), new("vary", Text(variation)), .. cause.Evidence.Skip(1)] };
        return variation.Guilty switch
        {
            null => told with { WouldSettle = $"further runs that vary {List(variation.Varied)} one at a time" },
            [] => told,
            [var one] => told with { Environment = one, Remedy = $"{cause.Remedy} It depends on the {one}: make it independent of that, or fix it in env." },
            var several => told with { Environment = List(several) },
        };
    }

    private static string Text(VariedDrift variation) => variation.Guilty switch
    {
        null => $"which of {List(variation.Varied)} makes the second run differ was not found out",
        [] => $"nothing varied, it differs all the same ({Runs(variation)})",
        [var one] => $"{one} alone makes it differ; nothing varied, it does not ({Runs(variation)})",
        var several => $"{List(several)} make it differ together, and none of them alone; nothing varied, it does not ({Runs(variation)})",
    };

    private static string Runs(VariedDrift variation) =>
        string.Join(", ", variation.Trials.Where(trial => trial.Varied.Count == 0).Select(trial => $"run {trial.Run}"));

    private static string List(IReadOnlyList<string> names) => string.Join(", ", names);
}
