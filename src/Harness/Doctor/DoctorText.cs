using Harness.Reporting;
using Harness.Suites;

namespace Harness.Doctor;

/// <summary>What the doctor found, for people.</summary>
public static class DoctorText
{
    /// <summary>A line for each check, with the remedy below what is not well, and the total; all of it safe to print.</summary>
    public static string Of(DoctorReport report)
    {
        var width = report.Checks.Max(check => check.Name.Length);
        return string.Concat(report.Checks.Select(check => Line(check, width))) + Total(report);
    }

    /// <summary>One check, with the remedy below it where it is not well.</summary>
    /// <param name="check">The check.</param>
    /// <param name="width">How wide the column of names is.</param>
    public static string Line(CheckResult check, int width)
    {
        var where = check.File is { } file ? $"{new SourcePosition(file, check.Line, check.Column)}: " : "";
        var what = $"{(check.Code is { } code ? code + ": " : "")}{(check.Subject is { } subject ? subject + ": " : "")}{where}{check.Measured}";
        var line = $"{Word(check.Status),-7}  {check.Name.PadRight(width)}  {SafeText.Line(what, 1_000)}\n";
        return check.Remedy is { } remedy ? line + $"{"",-7}  {"remedy".PadRight(width)}  {SafeText.Line(remedy, 1_000)}\n" : line;
    }

    /// <summary>How many problems and warnings there are.</summary>
    public static string Total(DoctorReport report) =>
        $"{Amounts.Count(report.Checks.Count(check => check.Status == CheckStatus.Failed), "problem")}, "
        + $"{Amounts.Count(report.Checks.Count(check => check.Status == CheckStatus.Warning), "warning")}\n";

    private static string Word(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "ok",
        CheckStatus.Warning => "warning",
        CheckStatus.Failed => "FAILED",
        _ => "-",
    };
}
