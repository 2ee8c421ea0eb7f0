using System.Globalization;
using System.Text;
using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Reporting.Html;

/// <summary>An attempt over time: its steps as a bar, its memory as a curve, OOM kills and Harness's own kills as marks.</summary>
internal static class HtmlTimeline
{
    private const double Width = 1000;
    private const double Height = 100;

    // A step of an instant is seen, too.
    private const double NarrowestPeak = 4;

    public static void Write(HtmlText page, Attempt attempt, AttemptFolder folder, string id)
    {
        var steps = Placed(attempt);
        var samples = folder.Suite.Find(folder.Suite.Relative(folder.Resources)) is { } path ? ResourceTimeline.Read(path) : [];
        var seconds = Math.Max(attempt.DurationSeconds, steps.Select(step => step.Start + step.Step.DurationSeconds).Append(0.001).Max());
        if (steps.Count == 0)
            return;

        page.Markup("<figure class=\"timeline\">\n");
        if (samples.Count > 1)
            Curve(page, attempt, samples, steps, seconds, $"{id}-caption");
        page.Markup("<div class=\"bar\" aria-hidden=\"true\">");
        foreach (var (step, start) in steps)
        {
            // The style sheet shows a name only where it is whole.
            page.Markup(Invariant($"<span class=\"{(step.Outcome is Outcome.Passed ? "passed" : "failed")}\" style=\"left:{start / seconds * 100:0.##}%;width:{step.DurationSeconds / seconds * 100:0.##}%\" title=\""))
                .Text($"{step.Name} {Amounts.Seconds(step.DurationSeconds)}").Markup("\">").Element("b", step.Name).Markup("</span>");
        }

        page.Markup($"</div>\n<figcaption id=\"{id}-caption\">").Text(Caption(attempt, samples, seconds)).Markup("</figcaption>\n</figure>\n");
    }

    private static void Curve(
        HtmlText page, Attempt attempt, IReadOnlyList<ResourceSample> samples, IReadOnlyList<(StepResult Step, double Start)> steps, double seconds, string caption)
    {
        var top = Top(attempt, samples);
        double X(DateTimeOffset at) => Math.Clamp((at - attempt.StartedAt).TotalSeconds / seconds, 0, 1) * Width;
        double Y(double bytes) => Height - (Math.Min(bytes / top, 1) * Height);

        var line = new StringBuilder();
        foreach (var sample in samples)
            line.Append(Invariant($"{(line.Length == 0 ? 'M' : 'L')}{X(sample.At):0.#} {Y(sample.MemoryBytes):0.#}"));
        page.Markup("<div class=\"chart\">\n").Markup(Invariant($"<svg viewBox=\"0 0 {Width} {Height}\" preserveAspectRatio=\"none\" role=\"img\" aria-labelledby=\"{caption}\">\n"));
        foreach (var (step, start, peak) in Peaks(steps))
        {
            var width = Math.Max(step.DurationSeconds / seconds * Width, NarrowestPeak);
            page.Markup(Invariant($"<path class=\"peak\" d=\"M{start / seconds * Width:0.#} {Height}V{Y(peak):0.#}h{width:0.#}V{Height}\"><title>"))
                .Text($"{step.Name} peak {Amounts.Bytes(peak)}").Markup("</title></path>\n");
        }

        page.Markup(Invariant($"<path class=\"area\" d=\"{line}L{X(samples[^1].At):0.#} {Height}L{X(samples[0].At):0.#} {Height}Z\"/>\n<path class=\"curve\" d=\"{line}\"/>\n"));
        if (Limit(attempt) is { } limit && limit <= top)
            page.Markup(Invariant($"<line class=\"limit\" x1=\"0\" x2=\"{Width}\" y1=\"{Y(limit):0.#}\" y2=\"{Y(limit):0.#}\"/>\n"));
        foreach (var at in OomKills(samples))
            page.Markup(Invariant($"<line class=\"oom\" x1=\"{X(at):0.#}\" x2=\"{X(at):0.#}\" y1=\"0\" y2=\"{Height}\"/>\n"));
        foreach (var at in Kills(steps).Select(kill => Math.Clamp(kill / seconds, 0, 1) * Width))
            page.Markup(Invariant($"<line class=\"kill\" x1=\"{at:0.#}\" x2=\"{at:0.#}\" y1=\"0\" y2=\"{Height}\"/>\n"));
        page.Markup("</svg>\n");
        if (Limit(attempt) is { } drawn && drawn <= top)
            page.Markup(Invariant($"<span aria-hidden=\"true\" style=\"top:{Y(drawn):0.#}%\">")).Text($"limit {Amounts.Bytes(drawn)}").Markup("</span>\n");
        page.Markup("</div>\n");
    }

    private static string Caption(Attempt attempt, IReadOnlyList<ResourceSample> samples, double seconds)
    {
        var parts = new List<string>();
        if (samples.Count > 1)
            parts.Add($"Memory over {Amounts.Seconds(seconds)}, scale 0 to {Amounts.Bytes((long)Top(attempt, samples))}");
        if (ResourceText.Peak(attempt.Resources) is { } peak)
            parts.Add(peak);
        if (samples.Count > 1 && Peaks(Placed(attempt)).Any())
            parts.Add("a box rises to its step's peak, which may lie between the curve's readings");
        parts.AddRange(OomKills(samples).Select(at => $"OOM kill at {Amounts.Seconds((at - attempt.StartedAt).TotalSeconds)}"));
        if (attempt.Termination is { By: TerminatedBy.Harness, Reason: var reason })
            parts.AddRange(Kills(Placed(attempt)).Select(at => $"killed by Harness at {Amounts.Seconds(at)} ({reason.ToString().ToLowerInvariant()})"));
        return parts.Count == 0 ? $"Steps over {Amounts.Seconds(seconds)}" : string.Join("; ", parts);
    }

    // A limit far above would press the curve flat.
    private static double Top(Attempt attempt, IReadOnlyList<ResourceSample> samples)
    {
        var most = Math.Max(Math.Max(1, samples.Max(sample => sample.MemoryBytes)), Peaks(Placed(attempt)).Select(peak => peak.Bytes).DefaultIfEmpty().Max());
        return Limit(attempt) is { } limit && limit <= most * 3 ? Math.Max(limit, most) * 1.05 : most * 1.25;
    }

    private static long? Limit(Attempt attempt) =>
        attempt.Resources?.MemoryLimitBytes ?? attempt.Steps.Select(step => step.Resources?.MemoryLimitBytes).FirstOrDefault(limit => limit is not null);

    // Four readings a second miss what a step takes and loses between two of them; the kernel's own mark does not.
    private static IEnumerable<(StepResult Step, double Start, long Bytes)> Peaks(IEnumerable<(StepResult Step, double Start)> steps) =>
        from step in steps
        where step.Step.Resources?.PeakMemoryBytes is not null
        select (step.Step, step.Start, step.Step.Resources!.PeakMemoryBytes!.Value);

    private static IEnumerable<DateTimeOffset> OomKills(IReadOnlyList<ResourceSample> samples) =>
        samples.Zip(samples.Skip(1)).Where(pair => pair.Second.OomKills > (pair.First.OomKills ?? 0)).Select(pair => pair.Second.At);

    // A step that Harness ended, ended then.
    private static IEnumerable<double> Kills(IEnumerable<(StepResult Step, double Start)> steps) =>
        steps.Where(step => step.Step.Termination?.By is TerminatedBy.Harness).Select(step => step.Start + step.Step.DurationSeconds);

    // A record without the steps' own times still has their order.
    private static List<(StepResult Step, double Start)> Placed(Attempt attempt)
    {
        var placed = new List<(StepResult, double)>();
        var end = 0.0;
        foreach (var step in attempt.Steps.Where(step => step.Outcome is not Outcome.Skipped))
        {
            var start = step.StartedAt is { } at ? Math.Max(0, (at - attempt.StartedAt).TotalSeconds) : end;
            placed.Add((step, start));
            end = start + step.DurationSeconds;
        }

        return placed;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
