using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Harness.Evidence;
using Harness.Suites.Reading;

namespace Harness.Suites.Linting;

/// <summary>
/// What a suite's requirements and constraints ask for, the files that they include as well. Lines are read as pip reads them
/// (https://pip.pypa.io/en/stable/reference/requirements-file-format/); one that is not understood is left to pip.
/// </summary>
internal sealed partial class RequirementFiles
{
    private const string Clause = @"(?:(?:===?|~=)\s*[^,;\s)=][^,;\s)]*|(?:[!<>]=|[<>])\s*[^,;\s)]*)";

    private readonly Suite suite;
    private readonly HashSet<KnownFile> known = [];
    private readonly List<RequirementLine> lines = [];
    private readonly List<AbsentInclude> absent = [];
    private readonly List<UnreadableRequirement> unreadable = [];
    private readonly List<LocalProject> locals = [];
    private readonly StringBuilder said = new();

    private RequirementFiles(Suite suite)
    {
        this.suite = suite;
        foreach (var path in suite.Python.Requirements)
            Add(path, constraint: false);
        foreach (var path in suite.Python.Constraints)
            Add(path, constraint: true);
    }

    /// <summary>Lines that install something.</summary>
    public IEnumerable<RequirementLine> Requirements => lines.Where(line => !line.IsConstraint);

    /// <summary>Lines that only hold versions down.</summary>
    public IEnumerable<RequirementLine> Constraints => lines.Where(line => line.IsConstraint);

    /// <summary>Whether every file that is included could be read.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Files that are included and certain not to be there.</summary>
    public IReadOnlyList<AbsentInclude> Absent => absent;

    /// <summary>Lines that no pip can install, with what is wrong with them.</summary>
    public IReadOnlyList<UnreadableRequirement> Unreadable => unreadable;

    /// <summary>Folders of the workspace that are installed from where they are.</summary>
    public IEnumerable<LocalProject> Projects => locals.Where(local => local.Requirement.Archive is null);

    /// <summary>The same, and archives of the workspace that are named by their path.</summary>
    public IReadOnlyList<LocalProject> Locals => locals;

    /// <summary>SHA-256 of everything that the requirements say, in hexadecimal; comments do not count.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())));

    /// <summary>Whether a file names an index or a folder of wheels of its own.</summary>
    public bool HasSources { get; private set; }

    public static RequirementFiles Read(Suite suite) => new(suite);

    private void Add(string path, bool constraint)
    {
        if (!known.Add(new(path, constraint)))
            return;
        if (known.Count > InputFiles.MostFiles || InputFiles.TryRead(path) is not { } text)
        {
            IsWhole = false;
            return;
        }

        foreach (var (line, content, column) in LogicalLines.Of(text))
        {
            if (!constraint)
                said.Append(content).Append('\n');
            var position = new SourcePosition(InputFiles.Shown(suite, path), line, column);
            if (!constraint && LocalRequirement.ParseAny(content) is { } local)
                locals.Add(new(local, position) { IsPlain = Plain().IsMatch(content) });
            if (content.StartsWith('-'))
                AddOption(content, path, constraint, position);
            else if (Requirement().Match(content) is { Success: true } match)
                AddRequirement(match, content, constraint, path, position);
            else if (RequirementSyntax.Fault(content) is { } fault)
                unreadable.Add(new(fault, position));
        }
    }

    private void AddRequirement(Match match, string content, bool constraint, string path, SourcePosition position)
    {
        if (ArchiveName.Parse(match.Groups["name"].Value) is null)
            lines.Add(Line(match, content, constraint, path, position));
    }

    private void AddOption(string content, string path, bool constraint, SourcePosition position)
    {
        if (Include().Match(content) is { Success: true } include)
            AddIncluded(include.Groups["file"].Value, path, constraint || include.Groups["constraint"].Success, position);
        else if (Source().IsMatch(content))
            HasSources = true;
    }

    private void AddIncluded(string written, string from, bool constraint, SourcePosition position)
    {
        var path = Path.GetFullPath(written, Path.GetDirectoryName(from)!);
        if (PlainPath().IsMatch(written) && RealPath.IsWithin(path, suite.Directory) && !Path.Exists(path))
            absent.Add(new(written, path, position));
        Add(path, constraint);
    }

    private static RequirementLine Line(Match match, string content, bool constraint, string path, SourcePosition position)
    {
        var specifier = match.Groups["specifier"].Value;
        var address = specifier.StartsWith('@');
        var hash = content.Contains("--hash", StringComparison.Ordinal);
        return new(match.Groups["name"].Value, constraint, address || hash || Exact().IsMatch(specifier), match.Groups["marker"].Success, address, hash, position)
        {
            Path = path,
            Version = Release().Match(specifier) is { Success: true } release ? release.Groups["version"].Value : null,
        };
    }

    [GeneratedRegex(@"^(?:(?:-r|--requirement)|(?<constraint>-c|--constraint))[ =]*(?<file>\S+)$")]
    private static partial Regex Include();

    // An absolute path may be in the image; an address, a variable and a quoted text are pip's to read.
    [GeneratedRegex(@"^(?!/)[^:$""'\\]+$")]
    private static partial Regex PlainPath();

    // With a marker it may never be looked for; of what is quoted or has an @ only pip knows what it names.
    [GeneratedRegex(@"^(?:(?:-e|--editable)[ =]*)?[^@;:$""'\\*\s]+(?:\s+--.*)?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:-i|-f|--index-url|--extra-index-url|--find-links)\b")]
    private static partial Regex Source();

    // Wide enough for every pip: what it does not take is looked at by RequirementSyntax.
    [GeneratedRegex(@"^(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?<specifier>@[^;]*|\(?\s*" + Clause + @"(?:\s*,\s*" + Clause + @")*\s*,?\s*\)?|)\s*(?<marker>;.*)?(?:\s-.*)?$")]
    private static partial Regex Requirement();

    // Of other forms (1.0rc1, 1.0+local, 1.*) two that look different may be one.
    [GeneratedRegex(@"^\(?==\s*(?<version>\d+(?:\.\d+)*)\s*\)?\s*$")]
    private static partial Regex Release();

    [GeneratedRegex(@"={2,3}\s*[^\s,*=)]+(?![^,]*\*)")]
    private static partial Regex Exact();

    private sealed record KnownFile(string Path, bool Constraint);
}
