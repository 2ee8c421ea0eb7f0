using Harness.Evidence;

namespace Harness.Reporting.JUnit;

/// <summary>Puts logs into testcases: an excerpt as text, the whole as attachment.</summary>
internal sealed class JUnitLogs(SuiteFolder folder, JUnitOptions options, JUnitBudget budget)
{
    /// <summary>Adds the logs of a step.</summary>
    public JUnitCase Attach(JUnitCase testcase, StepResult step, bool failed)
    {
        var (output, error) = (folder.Find(step.Stdout), folder.Find(step.Stderr));
        var most = failed ? budget.FailingLogBytes : budget.PassingLogBytes;
        return testcase with
        {
            // GitLab reads one attachment: of a failure, the one that says why.
            Attachments = Paths(failed ? [error, output] : [output, error]),
            Out = Excerpt(output, most),
            Err = Excerpt(error, most),
        };
    }

    /// <summary>Adds files of the suite's folder.</summary>
    public JUnitCase Attach(JUnitCase testcase, params IEnumerable<string> paths) =>
        testcase with { Attachments = Paths(paths.Select(path => folder.Find(folder.Relative(path)))) };

    private string[] Paths(IEnumerable<string?> paths) => [.. paths.OfType<string>()
        .Select(path => options.AttachmentsRelativeTo is { } root ? Path.GetRelativePath(root, path).Replace('\\', '/') : path)
        .Where(path => !path.Any(char.IsControl) && !path.Contains("]]", StringComparison.Ordinal) && !path.Contains('|', StringComparison.Ordinal))];

    private static string? Excerpt(string? path, int most) => path is null || most == 0 ? null : LogExcerpt.Read(path, most / 4, most - (most / 4));
}
