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
            [var one] => told with { Environment = one, Remedy = DriftCause.Is(cause) ? Remedy(cause, one) : $"{cause.Remedy} {Remedy(cause, one)}" },
            var several => told with { Environment = string.Join(", ", several) },
        };
    }

    /// <summary>A variation's name in a sentence, such as <c>time zone</c>.</summary>
    public static string Words(string variation) => variation switch
    {
        "cpus" => "number of CPUs",
        "hostname" => "host name",
        _ => variation.Replace('-', ' '),
    };

    /// <summary>Several of them.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count == 1 ? Words(names[0])
        : $"{string.Join(", ", names.SkipLast(1).Select(Words))} and {Words(names[^1])}";

    private static string Remedy(Cause cause, string variation) => $"Make {cause.Step ?? cause.Subject ?? "it"} independent of the {Words(variation)}{Setting(variation)}.";

    private static string Setting(string variation) => variation switch
    {
        "time-zone" => ", or set TZ in env",
        "locale" => ", or set LANG and LC_ALL in env",
        "hash-seed" => ", or set PYTHONHASHSEED in env",
        _ => "",
    };

    private static string Text(VariedDrift variation) => variation.Guilty switch
    {
        null => $"which of {List(variation.Varied)} makes the second run differ was not found out",
        [] => $"with nothing varied it differs all the same ({Runs(variation, [])})",
        [var one] => $"with only the {Words(one)} varied it differs ({Runs(variation, [one])}); with nothing varied it does not ({Runs(variation, [])})",
        var several => $"{List(several)} make it differ together, and none of them alone; with nothing varied it does not ({Runs(variation, [])})",
    };

    // Where only one was varied at all, the second run itself tells.
    private static string Runs(VariedDrift variation, string[] names) =>
        variation.Trials.Where(trial => trial.Varied.SequenceEqual(names)).Select(trial => $"run {trial.Run}").ToList() is { Count: > 0 } runs
            ? string.Join(", ", runs)
            : "run 2";
}
