using System.Globalization;

namespace Bullseye.Internal;

/// <summary>The closing table: target, outcome, duration and its share of the whole.</summary>
internal static class Summary
{
    private sealed record Line(Tone NameTone, string Name, Tone OutcomeTone, string Outcome, string Branch, string Duration, string Share);

    public static IEnumerable<string> Render(IReadOnlyList<ResultRow> targets, TimeSpan total, Style style)
    {
        var lines = targets.SelectMany(target => Lines(target, total, style)).ToList();
        var names = Width(lines, line => line.Name, "Target");
        var outcomes = Width(lines, line => line.Outcome, "Outcome");
        var durations = Width(lines, line => line.Branch + line.Duration, "");
        var shares = Width(lines, line => line.Share.Length == 0 ? "" : line.Branch + line.Share, "");
        var timings = Math.Max("Duration".Length, durations + 2 + shares);
        var rule = style.Paint(Tone.Text, new string(style.Rule, names + outcomes + timings + 4));

        yield return rule;
        yield return style.Paint(Tone.Text, $"{"Target".PadRight(names)}  {"Outcome".PadRight(outcomes)}  Duration");
        yield return string.Join("  ", new[] { names, outcomes, timings }.Select(width => new string(style.Rule, width)));
        foreach (var line in lines)
        {
            yield return string.Concat(
                Cell(style.Paint(line.NameTone, line.Name), line.Name.Length, names),
                Cell(style.Paint(line.OutcomeTone, line.Outcome), line.Outcome.Length, outcomes),
                Cell(Timing(line.Branch, line.Duration), line.Branch.Length + line.Duration.Length, durations),
                line.Share.Length == 0 ? "" : Timing(line.Branch, line.Share)).TrimEnd();
        }

        yield return rule;

        string Timing(string branch, string text) => style.Paint(Tone.Success, branch) + style.Paint(Tone.Timing, text);
    }

    private static IEnumerable<Line> Lines(ResultRow target, TimeSpan total, Style style)
    {
        var share = Share(target.Duration, total);
        yield return new(Tone.Target, target.Name, target.Tone, target.Outcome, "", target.Duration.Humanize(), share);
        foreach (var (index, input) in target.Inputs.Index())
        {
            var branch = index == target.Inputs.Count - 1 ? style.Corner : style.Fork;
            share = Share(input.Duration, total);
            yield return new(Tone.Input, $"  {input.Name}", input.Tone, input.Outcome, branch, input.Duration.Humanize(), share);
        }
    }

    private static string Share(TimeSpan part, TimeSpan total) =>
        total == TimeSpan.Zero ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * (part / total):F1}%");

    private static int Width(IEnumerable<Line> lines, Func<Line, string> column, string heading) =>
        lines.Select(line => column(line).Length).Append(heading.Length).Max();

    private static string Cell(string painted, int length, int width) => painted + new string(' ', width - length + 2);
}
