using Harness.Cli.Terminal;
using Harness.Evidence;
using Harness.Reporting.GitHub;

namespace Harness.Cli.Commands;

/// <summary>The step of a GitHub job that this process is part of: its outputs, its summary and its annotations.</summary>
/// <param name="outputs">The file that the runner reads outputs from.</param>
/// <param name="summary">The file that the runner reads the summary from.</param>
internal sealed class GitHubStep(string outputs, string summary)
{
    /// <summary>Finds the files that the runner gave to this step.</summary>
    /// <returns>Null outside a step.</returns>
    public static GitHubStep? Find(IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault("GITHUB_OUTPUT") is { Length: > 0 } outputs
        && environment.GetValueOrDefault("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary
            ? new(outputs, summary)
            : null;

    /// <summary>Tells the runner what the suites came to. Standard output carries the annotations, and nothing else.</summary>
    public void Tell(IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts, ITerminal terminal)
    {
        File.AppendAllText(outputs, StepOutputs.Of(results, artifacts));
        File.AppendAllText(summary, File.ReadAllText(artifacts.Summary));
        foreach (var annotation in Annotations.Of(results))
            terminal.Result.WriteLine(annotation);
    }
}
