using System.Globalization;
using System.Text;
using Harness.Diagnosis;
using Harness.Faults.Tests.Lab.Record;

namespace Harness.Tests.Diagnosis;

/// <summary>What the faults of the laboratory are, against what they were called: one square a group, where only numbers on the diagonal are right.</summary>
internal static class ConfusionMatrix
{
    public static string Markdown(IReadOnlyList<FaultRecord> faults)
    {
        var text = new StringBuilder("\n## The laboratory\n\n");
        var (causes, right) = (faults.Select(fault => fault.Expected).Distinct().Count(), faults.Count(fault => fault.Expected == fault.Got));
        text.Append(CultureInfo.InvariantCulture, $"Every fault is made to happen for real before its name is believed: {faults.Count} faults of {causes} causes, {right} named rightly.\n")
            .Append("Each is also explained again from its journal alone, and with every single witness taken away in turn: then it may be said\n")
            .Append("with less confidence or not at all, and nothing else may be said for sure. Rows are what was done, columns (by code) what was\n")
            .Append("named first; a number off the diagonal fails the tests.\n");
        foreach (var group in faults.GroupBy(fault => CauseCatalog.Get(fault.Expected).Code[4]).OrderBy(group => group.Key))
            text.Append(Square([.. group]));
        return text.ToString();
    }

    private static string Square(IReadOnlyList<FaultRecord> faults)
    {
        var kinds = faults.SelectMany(fault => new[] { fault.Expected, fault.Got }).Distinct().Select(CauseCatalog.Get).OrderBy(kind => kind.Code, StringComparer.Ordinal).ToList();
        var text = new StringBuilder("\n| |");
        foreach (var kind in kinds)
            text.Append(CultureInfo.InvariantCulture, $" {kind.Code[4..]} |");
        text.Append("\n| --- |").Insert(text.Length, " ---: |", kinds.Count).Append('\n');
        foreach (var made in kinds.Where(kind => faults.Any(fault => fault.Expected == kind.Name)))
            text.Append(CultureInfo.InvariantCulture, $"| {made.Code[4..]} `{made.Name}` |{string.Concat(kinds.Select(named => $" {Cell(faults, made, named)} |"))}\n");
        return text.ToString();
    }

    private static string Cell(IReadOnlyList<FaultRecord> faults, CauseKind made, CauseKind named) =>
        faults.Count(fault => fault.Expected == made.Name && fault.Got == named.Name) is > 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : "";
}
