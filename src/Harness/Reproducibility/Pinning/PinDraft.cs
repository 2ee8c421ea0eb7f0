using Harness.Evidence;
using Harness.Reporting;
using Harness.Reproducibility.Pip;
using Harness.Suites;
using Harness.Suites.Editing;

namespace Harness.Reproducibility.Pinning;

/// <summary>The files that pin one suite, as they come together.</summary>
/// <param name="suite">The suite as it is now.</param>
/// <param name="ran">The same, or what it is without its pins when that is what ran.</param>
/// <param name="record">How it ran.</param>
/// <param name="resolved">What was installed.</param>
/// <param name="options">What is pinned, and where to.</param>
internal sealed class PinDraft(Suite suite, Suite ran, SuiteResult record, RunSnapshot resolved, PinOptions options)
{
    private const string LockName = "requirements.lock.txt";
    private const string PyLockName = "pylock.toml";

    private readonly List<PinnedFile> files = [];
    private readonly List<string> notes = [];
    private readonly string written = File.ReadAllText(suite.File);
    private readonly SuiteText text = new(File.ReadAllText(suite.File));

    // What an earlier pin wrote is brought up to date, asked for or not: else it would tell of another run than the rest.
    private readonly bool hashes = options.Hashes || PinnedInputs.LockOf(suite) is not null;
    private readonly bool pyLock = options.Lock || PinHeader.Read(Path.Combine(suite.Directory, PyLockName)) is not null;

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
        if (!hashes && !pyLock)
            return null;
        if (resolved.Archives is not { } archives)
            return $"The pip of suite {suite.Name} writes no report, which hashes come from. Use an image or a python.toolchain with pip 23.0 or newer.";
        var items = archives.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).ToList();
        if (pyLock)
        {
            var others = items.FindAll(item => OwnPackages.PlaceOf(item) is null);
            notes.AddRange(items.Where(item => hashes && OwnPackages.PlaceOf(item) is not null).Select(item => OwnPackages.Note(item.Name, OwnPackages.PlaceOf(item)!, $"not in {PyLockName}")));
            var wheelhouse = suite.Python.Wheelhouse is { } path ? PinnedInputs.Named(suite, path) : null;
            if (Write(PyLockName, PyLock.Of(others, record.Environment?.Python ?? "3", wheelhouse), Amounts.Count(others.Count, "package")) is { } refused)
                return refused;
        }

        return hashes ? Hashes(items) : null;
    }

    private string? Constraints(IReadOnlyDictionary<string, InstalledPackage> installed)
    {
        // pip itself is the toolchain's affair: no constraint changes the pip that reads it.
        var found = installed.Where(pair => pair.Key != "pip").OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value with { Name = pair.Key }).ToList();
        var packages = found.FindAll(package => package.Version is not null && OwnPackages.PlaceOf(package) is null);
        notes.AddRange(found.Where(package => !hashes && OwnPackages.PlaceOf(package) is not null).Select(package => OwnPackages.Note(package.Name, OwnPackages.PlaceOf(package)!)));
        var name = options.Constraints ?? Own(suite.Python.Constraints) ?? "constraints.txt";
        if (Write(name, PinTexts.Constraints(packages), Amounts.Count(packages.Count, "exact version")) is { } refused)
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
        var name = PinnedInputs.LockOf(suite) is { } own ? PinnedInputs.Named(suite, own) : LockName;
        // A run that installed from the lock tells nothing new of the requirements behind it.
        var header = PinnedInputs.LockOf(ran) is { } installed && PinHeader.Read(installed) is { } before
            ? before
            : new PinHeader([.. ran.Python.Requirements.Select(path => PinnedInputs.Named(suite, path))], PinnedInputs.DigestOf(suite, ran.Python.Requirements));
        if (Write(name, PinTexts.Hashes(items, header), $"{Amounts.Count(items.Count, "package")} with hashes") is { } refused)
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
            if (!options.Force && PinHeader.Read(path) is null)
                return $"{name} is there already and was not written by harness pin. Give --force to replace it" + (name == PyLockName ? "." : ", or --constraints NAME to write another file.");
            if (File.ReadAllText(path) == content)
                return null;
        }

        files.Add(new(path, content, what));
        return null;
    }

    private string? Own(IReadOnlyList<string> paths) =>
        paths.FirstOrDefault(path => PinHeader.Read(path) is not null) is { } own ? PinnedInputs.Named(suite, own) : null;
}
