using Harness.Suites.Wording;

namespace Harness.Suites.Linting;

/// <summary>Finds requirements for which a wheelhouse, when it is all that pip has, holds no wheel that can be installed.</summary>
internal static class MissingWheels
{
    // What a venv has from its beginning is not asked of the wheelhouse.
    private static readonly string[] Bundled = ["pip", "setuptools"];

    public static IEnumerable<SuiteDiagnostic> Check(Suite suite, RequirementFiles files)
    {
        if (!suite.Python.NoIndex || files.HasSources || suite.Python.Environment is not PythonEnvironment.Venv
            || suite.Environment.Keys.Any(name => name.StartsWith("PIP_", StringComparison.Ordinal)))
            return []; // pip may have or find it elsewhere

        var archives = ArchiveName.In(suite.Python.Wheelhouse!);
        var target = WheelTarget.Of(suite);
        return files.Requirements
            .Where(line => line is { IsAddress: false, IsConditional: false } && !Bundled.Contains(line.Key))
            .DistinctBy(line => line.Key)
            .Select(line => Check(suite, files, line, archives, target))
            .OfType<SuiteDiagnostic>();
    }

    private static SuiteDiagnostic? Check(
        Suite suite, RequirementFiles files, RequirementLine line, IReadOnlyList<ArchiveName> all, WheelTarget target)
    {
        IReadOnlyList<ArchiveName> archives = [.. all.Where(archive => archive.IsOf(line.Key))];
        if (archives.Any(archive => archive.Tags is { } tags && target.Takes(tags)))
            return null;
        var sdist = archives.FirstOrDefault(archive => archive.Tags is null);
        if (sdist is not null && IsAllowed(suite, line))
            return UnconstrainedBuild(suite, files, line, sdist); // who asks for builds from source knows, and could not get rid of the warning
        var wheel = archives.FirstOrDefault(archive => archive.Tags is not null);
        var fact = (wheel, sdist) switch
        {
            (null, null) => $"nothing of {line.Name}",
            (null, _) => $"{line.Name} only as source ({sdist.File})",
            _ => $"no wheel of {line.Name} for {target}, only such as {wheel.File}" + (sdist is null ? "" : $", and its source ({sdist.File})"),
        };
        return SuiteLinter.Warning(
            "wheel-missing",
            line.Position,
            $"The wheelhouse contains {fact}.",
            sdist is null
                ? $"{Instead(line, archives.Count == 0 ? all : [])} a wheel of {line.Name} for {target} into the wheelhouse (pip download --only-binary=:all:), or name an index-url."
                : $"Put a wheel of {line.Name} into the wheelhouse (pip wheel), or write source-builds: allow.");
    }

    private static string Instead(RequirementLine line, IReadOnlyList<ArchiveName> archives) =>
        NearestWord.Find(line.Key, archives.Select(archive => archive.Project).OfType<string>()) is { } near ? $"Correct the name: {near} is there. Or put"
        : archives.Count > 0 ? $"Correct the name '{line.Name}', or put" : "Put";

    private static SuiteDiagnostic? UnconstrainedBuild(Suite suite, RequirementFiles files, RequirementLine line, ArchiveName sdist) =>
        !files.Constraints.Any() || suite.Python.BuildConstraints.Count > 0
            ? null
            : SuiteLinter.Warning(
                "build-unconstrained",
                line.Position,
                $"{line.Name} is built from source ({sdist.File}), and constraints do not reach what its build uses.",
                "Name a file with the versions that builds may use in python.build-constraints (pip 25.3 or newer), or put a wheel of "
                + $"{line.Name} into the wheelhouse (pip wheel).");

    private static bool IsAllowed(Suite suite, RequirementLine line) =>
        suite.SourceBuilds is SourceBuildPolicy.Allow
        && suite.Positions.ContainsKey("source-builds")
        && suite.Python.Binary is not BinaryPolicy.Only
        && !suite.Python.OnlyBinary.Any(name => Reproducibility.PackageName.Normalize(name) == line.Key);
}
