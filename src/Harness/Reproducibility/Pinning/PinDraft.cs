using Harness.Evidence;
using Harness.Reproducibility.Pip;
using Harness.Suites;
using Harness.Suites.Editing;

namespace Harness.Reproducibility.Pinning;

/// <summary>The files that pin one suite, as they come together.</summary>
internal sealed class PinDraft(Suite suite, SuiteResult record, RunSnapshot resolved, PinOptions options)
{
    private const string LockName = "requirements.lock.txt";

    private readonly List<PinnedFile> files = [];
    private readonly List<string> notes = [];
    private readonly string written = File.ReadAllText(suite.File);
    private readonly SuiteText text = new(File.ReadAllText(suite.File));

    public PinPlan Plan()
    {
        Image();
        if (suite.Python.Requirements.Count > 0 && Packages() is { } problem)
            return PinPlan.Refused(problem);
        if (text.Text != written)
            files.Add(new(suite.File, text.Text, "the suite names what is pinned"));
        return new(files, notes);
    }

    private void Image()
    {
        if (suite.Image.Contains('@', StringComparison.Ordinal))
            return;
        if (record.Image?.Digest is not { } digest)
            notes.Add($"No registry knows the image {record.Image?.Reference}, so that it has no digest to pin. Push it to a registry first.");
        else if (!text.PinImage(digest))
            notes.Add($"The image is not written in {suite.DisplayFile} itself. Pin it where it comes from: {record.Image.Reference}@{digest}");
    }

    private string? Packages()
    {
        if ((resolved.Inspected ?? resolved.Frozen) is not { } installed)
            return $"The run of suite {suite.Name} left no list of what it installed. Run it again.";
        if (Constraints(installed) is { } problem)
            return problem;
        if (!options.Hashes && !options.Lock)
            return null;
        if (resolved.Archives is not { } archives)
            return $"The pip of suite {suite.Name} writes no report, which hashes come from. Use an image or a python.toolchain with pip 23.0 or newer.";
        var items = archives.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).ToList();
        if (options.Lock)
        {
            var wheelhouse = suite.Python.Wheelhouse is { } path ? Path.GetRelativePath(suite.Directory, path).Replace('\\', '/') : null;
            if (Write("pylock.toml", PyLock.Of(items, record.Environment?.Python ?? "3", wheelhouse), $"{items.Count} package(s)") is { } refused)
                return refused;
        }

        return options.Hashes ? Hashes(items) : null;
    }

    private string? Constraints(IReadOnlyDictionary<string, InstalledPackage> installed)
    {
        // pip itself is the toolchain's affair: no constraint changes the pip that reads it.
        var packages = installed.Where(pair => pair.Key != "pip" && pair.Value.Version is not null)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value with { Name = pair.Key }).ToList();
        var name = options.Constraints ?? Own(suite.Python.Constraints) ?? "constraints.txt";
        if (Write(name, PinTexts.Constraints(packages), $"{packages.Count} exact version(s)") is { } refused)
            return refused;
        var path = Path.GetFullPath(name, suite.Directory);
        if (!suite.Python.Constraints.Contains(path) && !text.AddConstraints(name))
            notes.Add($"Add {name} to python.constraints of {suite.DisplayFile}.");
        return null;
    }

    private string? Hashes(List<PipReportItem> items)
    {
        if (items.Find(item => item.Origin?.Sha256 is null) is { } bare)
            return $"{bare.Name} does not come from an archive ({bare.Origin?.FileName ?? "unknown"}), so that it has no hash, and pip wants hashes of all or none. Pin without --hashes, or build a wheel of it.";
        var name = Own(suite.Python.Requirements) ?? LockName;
        var replaced = string.Join(", ", suite.Python.Requirements.Select(file => Path.GetRelativePath(suite.Directory, file).Replace('\\', '/')));
        if (replaced == name)
            replaced = Replaced(Path.GetFullPath(name, suite.Directory)) ?? replaced;
        if (Write(name, PinTexts.Hashes(items, replaced), $"{items.Count} package(s) with hashes") is { } refused)
            return refused;
        if (suite.Python.Requirements is not [var only] || only != Path.GetFullPath(name, suite.Directory))
            text.ReplaceRequirements(name);
        return null;
    }

    private string? Write(string name, string content, string what)
    {
        var path = Path.GetFullPath(name, suite.Directory);
        if (!path.StartsWith(suite.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return $"{name} is outside the suite's folder. Name a file below it.";
        if (File.Exists(path))
        {
            if (!options.Force && !IsOwn(path))
                return $"{name} is there already and was not written by harness pin. Give --force to replace it" + (name == "pylock.toml" ? "." : ", or --constraints NAME to write another file.");
            if (File.ReadAllText(path) == content)
                return null;
        }

        files.Add(new(path, content, what));
        return null;
    }

    private string? Own(IReadOnlyList<string> paths) =>
        paths.FirstOrDefault(IsOwn) is { } own ? Path.GetRelativePath(suite.Directory, own).Replace('\\', '/') : null;

    private static bool IsOwn(string path) => File.ReadLines(path).FirstOrDefault()?.StartsWith(PinTexts.Mark, StringComparison.Ordinal) == true;

    // The header of an earlier pin remembers what it stands for.
    private static string? Replaced(string path) =>
        File.ReadLines(path).FirstOrDefault()?.Split(" instead of ") is [_, var names] ? names.TrimEnd('.') : null;
}
