using Harness.Running;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>
/// A program could not be started at all. Needs: the engine's words. A container that is gone or a process limit has been asked
/// for before. An exec format error means another platform.
/// </summary>
internal static class NotStartedRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case.Around.StartError is not { } error)
            return null;
        var program = @case.Result.Command is [var first, ..] ? first : "the program";
        var cause = error.Contains("exec format error", StringComparison.OrdinalIgnoreCase) ? ForeignPlatform(@case, program)
            : @case.Name == StepPlan.Sanity ? NoPython(@case, program, error)
            : @case.Create(@case.Test is null ? "container-start-failed" : "test-failed", Confidence.Stated,
                $"{@case.Name} could not be started: {(IsAbsent(error) ? $"there is no program '{program}'" : $"'{program}' cannot be executed")}.",
                $"Check that '{program}' is in the image or installed by the requirements, and is executable.");
        return cause.Because("engine", error);
    }

    private static Cause ForeignPlatform(Case @case, string program) => @case.Create("platform-mismatch", Confidence.Stated,
        $"{@case.Name} could not be started: '{program}' is for another platform.",
        $"Use a '{program}' for this platform, or pin an image that has one.");

    private static Cause NoPython(Case @case, string program, string error)
    {
        var named = @case.Suite.Python.Executable;
        return (@case.Create("container-start-failed", Confidence.Stated,
            !IsAbsent(error) ? $"The image's '{program}' cannot be executed."
            : named is null ? "The image has neither 'python3' nor 'python'."
            : $"The image has no '{named}' (python.executable).",
            named is null ? $"Use an image that has 'python3' or '{program}', or name the interpreter in python.executable."
            : $"Name an interpreter that the image has instead of '{named}', use an image that has '{named}', or leave python.executable out: python3 is taken, else python.") with
        { Subject = program })
            .At(@case.Key("python.executable") ?? @case.Key("image"));
    }

    private static bool IsAbsent(string error) =>
        error.Contains("executable file not found", StringComparison.OrdinalIgnoreCase) || error.Contains("no such file or directory", StringComparison.OrdinalIgnoreCase);
}
