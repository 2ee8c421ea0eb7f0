namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A test runner that found no test, by its exit code: pytest's, and since Python 3.12 unittest's.</summary>
internal static class NoTests
{
    private const int Code = 5;

    public static KnownFailure? Of(Case @case)
    {
        if (@case.ExitCode != Code || Runner(@case) is not { } runner)
            return null;
        return new($"{runner} found no tests", $"Correct the path or the expression that chooses them: {runner} looks below the workspace for files named "
            + (runner == "pytest" ? "test_*.py or *_test.py (testpaths, python_files, -k and -m change that)." : "test*.py, in packages (with __init__.py) only."));
    }

    // What was collected is the witness where there is one; with -q pytest may print nothing but the time.
    private static string? Runner(Case @case) =>
        @case.Step.StderrTail.Contains("NO TESTS RAN", StringComparison.Ordinal) ? "unittest"
        : @case.Step.StdoutTail.Contains("no tests ran", StringComparison.Ordinal) || @case.Step.StdoutTail.Contains("collected 0 items", StringComparison.Ordinal)
            || PytestWords.IsRun(@case) ? "pytest"
        : null;
}
