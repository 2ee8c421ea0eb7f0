namespace Harness.Package.Tests.Action.Runner;

/// <summary>What a job sees of an action that it used.</summary>
/// <param name="ExitCode">Of the step that ended last.</param>
/// <param name="Log">What the runner made of the output.</param>
/// <param name="Output">The output as it was printed.</param>
public sealed record ActionEnd(int ExitCode, RunnerLog Log, string Output)
{
    /// <summary>The outputs of the action.</summary>
    public required IReadOnlyDictionary<string, string> Outputs { get; init; }

    /// <summary>All that the step wrote as its outputs, whether the action hands them on or not.</summary>
    public required IReadOnlyDictionary<string, string> StepOutputs { get; init; }

    /// <summary>The summary, in Markdown.</summary>
    public required string Summary { get; init; }

    /// <summary>What was written to the files of the environment, the search path and the state.</summary>
    public required string Others { get; init; }
}
