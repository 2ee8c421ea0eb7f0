using System.Text;
using Harness.Reporting;
using Harness.Suites;

namespace Harness.Doctor;

/// <summary>What the doctor found, for people.</summary>
public static class DoctorText
{
    /// <summary>A line for each check, with the remedy below what is not well; all of it safe to print.</summary>
    public static string Of(DoctorReport report)
    {
        var text = new StringBuilder();
        var width = report.Checks.Max(check => check.Name.Length);
        foreach (var check in report.Checks)
        {
            var where = check.File is { } file ? $"{new SourcePosition(file, check.Line, check.Column)}: " : "";
            var what = $"{(check.Code is { } code ? code + ": " : "")}{(check.Subject is { } subject ? subject + ": " : "")}{where}{check.Measured}";
            text.Append($"{Word(check.Status),-7}  {check.Name.PadRight(width)}  {SafeText.Line(what, 1_000)}\n");
            if (check.Remedy is { } remedy)
                text.Append($"{"",-7}  {"remedy".PadRight(width)}  {SafeText.Line(remedy, 1_000)}\n");
        }

        var failed = report.Checks.Count(check => check.Status == CheckStatus.Failed);
        var warned = report.Checks.Count(check => check.Status == CheckStatus.Warning);
        return text.Append($"{Amounts.Count(failed, "problem")}, {Amounts.Count(warned, "warning")}\n").ToString();
    }

    private static string Word(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "ok",
        CheckStatus.Warning => "warning",
        CheckStatus.Failed => "FAILED",
        _ => "-",
    };
}
