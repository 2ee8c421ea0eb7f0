using Harness.Reproducibility;

namespace Harness.Reporting;

/// <summary>Differences between runs in words.</summary>
internal static class DifferenceText
{
    private const string Nothing = "(none)";

    /// <summary>Such as <c>3.6 -> 3.7</c>.</summary>
    public static string Values(Difference difference) => $"{Value(difference.Left)} -> {Value(difference.Right)}";

    /// <summary>A value, with hashes cut to what people compare.</summary>
    public static string Value(string? value) => Hashes.Short(value) ?? Nothing;

    /// <summary>Such as <c>version idna: 3.6 -> 3.7</c>.</summary>
    public static string Line(Difference difference) => $"{difference.Kind} {difference.Subject}: {Values(difference)}";

    /// <summary>Differences that no rule explains.</summary>
    public static IReadOnlyList<Difference> Real(Comparison comparison, IReadOnlyList<string>? kinds = null) =>
        [.. comparison.Differences.Where(difference => !difference.Benign && (kinds is null || kinds.Contains(difference.Kind)))];

    /// <summary>How many real differences a list of this length does not show.</summary>
    public static int Hidden(Comparison comparison, int shown)
    {
        var real = Real(comparison).Count;
        return Math.Max(0, real - shown) + (real == comparison.Differences.Count ? comparison.Omitted ?? 0 : 0);
    }

    /// <summary>Such as <c>131 benign differences: bytecode 129, record 2</c>; null when there are none.</summary>
    public static string? Benign(Comparison comparison)
    {
        var benign = comparison.Differences.Where(difference => difference.Benign).ToArray();
        var rules = benign.GroupBy(difference => difference.Rule ?? "other").OrderBy(rule => rule.Key, StringComparer.Ordinal);
        // The benign ones are listed last, so that any of them means that no real one was left out.
        var omitted = comparison.Omitted is { } count ? $", not listed {count}" : "";
        return benign.Length == 0
            ? null
            : $"{Amounts.Count(benign.Length + (comparison.Omitted ?? 0), "benign difference")}: {string.Join(", ", rules.Select(rule => $"{rule.Key} {rule.Count()}"))}{omitted}";
    }
}
