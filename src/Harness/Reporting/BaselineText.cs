using System.Globalization;
using System.Text;
using Harness.Reproducibility.Baselines;

namespace Harness.Reporting;

/// <summary>What changed since an older record, in words.</summary>
public static class BaselineText
{
    private const int MostChanges = 30;
    private const int MostOthers = 10;

    /// <summary>Writes the whole comparison of two artifacts folders, ending in a line feed.</summary>
    public static string Of(ComparedRecords records)
    {
        var text = new StringBuilder();
        foreach (var (suite, comparison) in records.Suites)
        {
            text.Append(SafeText.Line(suite)).Append(": ").Append(Headline(comparison)).Append('\n');
            Append(text, comparison, "  ");
        }

        if (records.Suites.Count != 1)
        {
            var different = records.Suites.Count(suite => suite.Comparison.Verdict is not BaselineVerdict.Same);
            text.Append(Amounts.Count(records.Suites.Count, "suite")).Append(CultureInfo.InvariantCulture, $": {different} different, {records.Suites.Count - different} the same\n");
        }

        return text.ToString();
    }

    /// <summary>The comparison of one suite: a line that says with what, then the changes, indented.</summary>
    public static IReadOnlyList<string> Lines(BaselineComparison comparison)
    {
        var text = new StringBuilder(Since(comparison)).Append('\n');
        Append(text, comparison, "  ");
        return text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Such as <c>the same</c> or <c>different, 2 changes</c>.</summary>
    internal static string Headline(BaselineComparison comparison) => comparison.Verdict switch
    {
        BaselineVerdict.Same => "the same",
        BaselineVerdict.NotCompared => $"not compared: {SafeText.Line(comparison.Note ?? "nothing to compare with")}",
        _ => $"different, {Amounts.Count(comparison.Changes.Count + (comparison.Omitted ?? 0), "change")}",
    };

    /// <summary>Such as <c>Since artifacts/green (2026-01-30 12:00 UTC, passed): the same</c>.</summary>
    internal static string Since(BaselineComparison comparison)
    {
        var when = comparison.StartedAt?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        string?[] facts = [when, comparison.Was is { } was ? Wording.Of(was) : null];
        var known = string.Join(", ", facts.OfType<string>());
        return $"Since {SafeText.Line(comparison.Folder ?? "the baseline")}{(known.Length > 0 ? $" ({known})" : "")}: {Headline(comparison)}";
    }

    /// <summary>The changes, one a line, and the numbers that are beyond the usual.</summary>
    private static void Append(StringBuilder text, BaselineComparison comparison, string indent)
    {
        Columns.Append(text, indent, comparison.Changes.Take(MostChanges).Select(Row));
        var hidden = Hidden(comparison, MostChanges);
        if (hidden > 0)
            text.Append(indent).Append("and ").Append(Amounts.Count(hidden, "more change")).Append('\n');
        if (Notable(comparison) is { } notable)
            text.Append(indent).Append("besides ").Append(notable).Append('\n');
        if (comparison.Unrecorded is { Count: > 0 } unrecorded)
            text.Append(indent).Append("not compared: ").AppendJoin(", ", unrecorded.Select(part => SafeText.Line(part))).Append('\n');
    }

    /// <summary>Such as <c>install 11.0 s -> 25.2 s, peak 101 MiB -> 180 MiB</c>; null when nothing is notable.</summary>
    internal static string? Notable(BaselineComparison comparison)
    {
        var notable = comparison.Measurements.Where(measurement => measurement.Notable).Take(MostOthers).Select(Text).ToList();
        return notable.Count == 0 ? null : string.Join(", ", notable);
    }

    /// <summary>How many changes a list of this length does not show.</summary>
    internal static int Hidden(BaselineComparison comparison, int shown) => Math.Max(0, comparison.Changes.Count - shown) + (comparison.Omitted ?? 0);

    /// <summary>A change as cells: area, subject, values.</summary>
    internal static string[] Row(Change change) =>
        [change.Area, change.Subject, $"{DifferenceText.Value(change.Before)} -> {DifferenceText.Value(change.After)}"];

    private static string Text(Measurement measurement) => measurement.Kind == Measurement.PeakMemory
        ? $"peak {Amount(measurement.Before, bytes => Amounts.Bytes((long)bytes))} -> {Amount(measurement.After, bytes => Amounts.Bytes((long)bytes))}"
        : $"{SafeText.Line(measurement.Subject)} {Amount(measurement.Before, Amounts.Seconds)} -> {Amount(measurement.After, Amounts.Seconds)}";

    private static string Amount(double? value, Func<double, string> format) => value is { } known ? format(known) : "(none)";
}
