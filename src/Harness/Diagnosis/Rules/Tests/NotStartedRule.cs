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
            : @case.Test is null ? NoPython(@case, program, error)
            : @case.Create("test-failed", Confidence.Stated, $"{@case.Name} could not be started: {error}",
                $"Check that '{program}' is in the image or installed by the requirements, and is executable.");
        return cause.Because("engine", error);
    }

    private static Cause ForeignPlatform(Case @case, string program) => @case.Create("platform-mismatch", Confidence.Stated,
        $"{@case.Name} could not be started: '{program}' is for another platform.",
        $"Use a '{program}' for this platform, or pin an image that has one.");

    private static Cause NoPython(Case @case, string program, string error) => (@case.Create("container-start-failed", Confidence.Stated,
        $"{@case.Name} could not be started: {error}",
        $"Use an image that has '{program}', or name the interpreter in python.executable.") with
    { Subject = program })
        .At(@case.Key("python.executable") ?? @case.Key("image"));
}
