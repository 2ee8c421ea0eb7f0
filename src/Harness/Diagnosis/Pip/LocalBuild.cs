using System.Text.RegularExpressions;
using Harness.Evidence;
using Harness.Running;
using Harness.Running.Varying;
using Harness.Suites;
using Harness.Suites.Linting;

namespace Harness.Diagnosis.Pip;

/// <summary>A folder of the workspace that pip was building when it failed. It has no name yet, and may never get one.</summary>
/// <param name="Project">The requirement, as far as it is known.</param>
/// <param name="Position">Where it stands; null when no line asks for it in words that are understood.</param>
/// <param name="Inside">Its path in the sandbox.</param>
internal sealed partial record LocalBuild(LocalRequirement Project, SourcePosition? Position, string Inside)
{
    private static readonly string[] Roots = [SandboxPaths.Workspace, Variations.Workspace];

    /// <summary>What was being built; null when it was something else.</summary>
    public static LocalBuild? Of(Case @case)
    {
        // Where the program that failed was running; without the log, what pip took up last.
        var inside = @case.Pip.Log.Concat(@case.Step.StderrTail.Split('\n')).Select(line => Failed().Match(line)).LastOrDefault(match => match.Success)
            ?? Working().Matches(@case.Step.StdoutTail).LastOrDefault();
        if (inside?.Groups["path"].Value is not { Length: > 0 } shown)
            return null;
        var path = Path.GetFullPath(shown, SandboxPaths.Workspace);
        if (Array.Find(Roots, root => path == root || path.StartsWith(root + "/", StringComparison.Ordinal)) is not { } workspace)
            return null;
        var folder = Path.GetRelativePath(workspace, path);
        var asked = @case.Evidence.About.Inputs.SelectMany(Projects).FirstOrDefault(found => found.Project.Folder == folder);
        return new(asked.Project ?? new(path, path, folder), asked.Position, path);
    }

    private static IEnumerable<(LocalRequirement Project, SourcePosition Position)> Projects(InputFile file) =>
        from line in LogicalLines.Of(file.Text)
        let project = LocalRequirement.Parse(line.Text)
        where project is not null
        select (project, new SourcePosition(file.File, line.Line, line.Column));

    [GeneratedRegex(@"^\s*(?:\[bold magenta\])?cwd(?:\[/\])?: (?<path>/.*?)/?\s*$")]
    private static partial Regex Failed();

    [GeneratedRegex(@"^\s*(?:Collecting|Building wheel for|Building editable for|Running setup\.py|Processing (?<path>\.?/\S*?)/?$|Processing|Obtaining file://(?<path>/[^\s#]*?)/?(?: \(from .*)?$|Obtaining)", RegexOptions.Multiline)]
    private static partial Regex Working();
}
