using Harness.Evidence;
using Harness.Running;

namespace Harness.Suites.Linting;

/// <summary>
/// A requirement that is a folder of the workspace, such as the project itself (<c>.</c>, <c>-e ./sub[extra]</c>,
/// <c>name @ file:///workspace</c>), which pip builds where it is; or an archive in it (<c>./dist/name-1.0-py3-none-any.whl</c>). Paths are relative to where pip runs, whatever file names them.
/// </summary>
/// <param name="Line">The requirement as written, without marker and options.</param>
/// <param name="Path">The path in it.</param>
/// <param name="Folder">The same, relative to the workspace.</param>
internal sealed record LocalRequirement(string Line, string Path, string Folder)
{
    private const string Scheme = "file:";

    private static readonly string[] Editable = ["--editable", "-e"];

    /// <summary>The archive that it is, by its name; null of a folder.</summary>
    public ArchiveName? Archive { get; } = ArchiveName.Parse(System.IO.Path.GetFileName(Folder));

    /// <summary>The folder that a line asks for; null when it is something else, or when only pip can tell.</summary>
    public static LocalRequirement? Parse(string content) => ParseAny(content) is { Archive: null } folder ? folder : null;

    /// <summary>The same, or the archive.</summary>
    public static LocalRequirement? ParseAny(string content)
    {
        if (!MayBe(content) || content.Contains('$'))
            return null;
        var option = Editable.FirstOrDefault(option => content.StartsWith(option, StringComparison.Ordinal));
        if (option is null && content.StartsWith('-'))
            return null;
        var line = Cut(content, option is null ? 0 : option.Length);
        var asked = line[(option?.Length ?? 0)..].TrimStart(' ', '\t', '=');
        if (asked.Split('@', 2) is [var name, var address] && !name.AsSpan().ContainsAny(":/") && address.TrimStart().StartsWith(Scheme, StringComparison.Ordinal))
            asked = address.TrimStart();
        var path = asked.EndsWith(']') && asked.LastIndexOf('[') is var extras and >= 0 ? asked[..extras] : asked;
        return Inside(path, isName: option is null) is { } folder ? new(line, path, folder) : null;
    }

    /// <summary>Where it is on this machine.</summary>
    public string Outside(Suite suite) => System.IO.Path.GetFullPath(Folder, suite.Workspace.Path);

    /// <summary>The folder as messages name it.</summary>
    public string Shown(Suite suite)
    {
        var shown = InputFiles.Shown(suite, Outside(suite));
        return shown.EndsWith("/.", StringComparison.Ordinal) ? shown[..^2] : shown;
    }

    /// <summary>What to do so that its build may write, and how to do without.</summary>
    /// <param name="isReadOnly">Whether the suite gives the workspace to be read only.</param>
    /// <param name="shown">The folder as messages name it.</param>
    public string Remedy(bool isReadOnly, string shown) =>
        $"Let the build write: {(isReadOnly ? "workspace: {access: read-write} and " : "")}user: \"UID:GID\" of who owns {shown} (stat -c %u:%g {shown}), "
        + $"or chmod -R o+rwX {shown} after removing build and *.egg-info. "
        + $"Or build a wheel before the run (python -m pip wheel --no-deps -w dist {(Folder == "." ? Folder : "./" + Folder)}) and write ./dist/NAME.whl instead of {Line}: then nothing is written.";

    // Most lines are names, and cost no more than this.
    private static bool MayBe(string content) => content[0] is '.' or '-' || content.Contains('/') || content.Contains(Scheme, StringComparison.Ordinal)
        || content.Contains(".whl", StringComparison.Ordinal);

    private static string Cut(string content, int from)
    {
        var end = content.Length;
        foreach (var mark in new[] { ";", " --", "#" })
        {
            if (content.IndexOf(mark, from, StringComparison.Ordinal) is var at and >= 0)
                end = Math.Min(end, at);
        }

        return content[..end].TrimEnd();
    }

    private static string? Inside(string asked, bool isName)
    {
        var isAddress = asked.StartsWith(Scheme, StringComparison.Ordinal);
        var path = isAddress ? Uri.UnescapeDataString(Address(asked[Scheme.Length..])) : asked;
        if (path.Length == 0 || path.Contains(':'))
            return null;
        // pip takes the bare name of an archive for one.
        if (isName && !isAddress && !path.StartsWith('.') && !path.Contains('/') && ArchiveName.Parse(path) is null)
            return null;
        var folder = System.IO.Path.GetRelativePath(SandboxPaths.Workspace, System.IO.Path.GetFullPath(path, SandboxPaths.Workspace));
        return folder == ".." || folder.StartsWith("../", StringComparison.Ordinal) ? null : folder.TrimEnd('/');
    }

    private static string Address(string rest) =>
        !rest.StartsWith("//", StringComparison.Ordinal) ? rest : rest.IndexOf('/', 2) is var at and >= 0 ? rest[at..] : "";
}
