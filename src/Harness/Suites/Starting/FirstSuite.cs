using System.Text;
using Harness.Engines.Images;
using Harness.Reproducibility;
using Harness.Suites.Reading;
using Harness.Suites.Wording;

namespace Harness.Suites.Starting;

/// <summary>Writes a first suite for what is in a folder.</summary>
public static class FirstSuite
{
    /// <summary>The file that is written.</summary>
    public const string FileName = "smoke.yml";

    /// <summary>The image of a first suite that names none.</summary>
    public const string DefaultImage =
        "python:3.11.9-slim-bookworm@sha256:8fb099199b9f2d70342674bd9dbccd3ed03a258f26bbd1d556822c6dfc60c317";

    // YAML takes these for something else than text.
    private static readonly string[] Words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    internal const string DependenciesFile = "smoke-requirements.txt";
    private const string PinsFile = "smoke-constraints.txt";

    /// <summary>The files of a first suite, the suite itself last.</summary>
    /// <param name="facts">What is in the folder.</param>
    /// <param name="name">Its name; null: after the folder.</param>
    /// <param name="image">Its image; null: <see cref="DefaultImage"/>.</param>
    public static IReadOnlyList<StarterFile> Write(FolderFacts facts, string? name = null, string? image = null)
    {
        var files = new List<StarterFile>();
        var requirements = facts.Requirements;
        if (requirements is null)
        {
            requirements = DependenciesFile;
            files.Add(new(requirements, Lines($"From {facts.DependenciesFrom}.", facts.Dependencies)));
        }

        var constraints = facts.Constraints;
        if (constraints is null && facts.Pins.Count > 0)
        {
            constraints = PinsFile;
            files.Add(new(constraints, Lines($"From {facts.PinsFrom}.", facts.Pins)));
        }

        files.Add(new(FileName, Suite(facts, name ?? SuiteName(facts.FolderName), image ?? DefaultImage, requirements, constraints)));
        return files;
    }

    /// <summary>What the caller cannot have, with the remedy; null when the first suite will be a suite.</summary>
    /// <param name="name">Its name; null: after the folder.</param>
    /// <param name="image">Its image; null: <see cref="DefaultImage"/>.</param>
    public static string? Problem(string? name, string? image)
    {
        if (name is not null && !Names.IsSuite(name))
            return $"A suite cannot be named {DisplayText.Quote(name)}. --name takes {Names.OfSuites}.";
        return image is null || image.Contains("${", StringComparison.Ordinal) || ImageReference.TryParse(image, out _, out var error)
            ? null
            : $"{DisplayText.Quote(image)} is no image: {error} Write --image {ImageValue.Example}.";
    }

    /// <summary>What is to be known of a first suite before it runs.</summary>
    /// <param name="facts">What is in the folder.</param>
    /// <param name="image">Its image; null: <see cref="DefaultImage"/>.</param>
    /// <param name="command">The command that writes it again, without its options for the image and for writing over files.</param>
    public static IReadOnlyList<string> Notes(FolderFacts facts, string? image = null, string command = "harness init")
    {
        var notes = new List<string>();
        if (facts.RequiresPython is { } required && RequiredPython.Of(image ?? DefaultImage) is { } version && RequiredPython.Excludes(required, version))
            notes.Add($"pyproject.toml requires Python {required}, and the image has {version}. Name one that fits in smoke.yml, or with: {command} --force --image REF");
        if (image is not null && !image.Contains('@') && !image.Contains("${", StringComparison.Ordinal))
            notes.Add($"{image} has no digest. 'harness run --allow-unpinned' goes on without, and 'harness pin' then writes it into the suite.");
        if (facts.LeavesProjectOut)
            notes.Add($"pyproject.toml: the project itself is neither installed nor imported, only what it depends on. Build its wheel (python -m pip wheel --no-deps -w dist .) and add ./dist/NAME.whl to {DependenciesFile}.");
        notes.AddRange(facts.Projects.Select(found =>
            $"{found.Position}: building {found.Requirement.Path} writes into it, as setuptools does, and smoke.yml gives it to be read only: the suite does not pass before that is changed. "
            + found.Requirement.Remedy(isReadOnly: true, found.Requirement.Folder)));
        return notes;
    }

    internal static string Pytest(string tests) => $"[python, -m, pytest, -q, -p, no:cacheprovider, {Scalar(tests)}]";

    private static string Suite(FolderFacts facts, string name, string image, string requirements, string? constraints)
    {
        var text = new StringBuilder()
            .Append("# Runs twice in fresh containers: harness run\n")
            .Append("schema: 1\n")
            .Append($"name: {(Words.Contains(name) || char.IsAsciiDigit(name[0]) ? $"'{name}'" : name)}\n")
            .Append($"image: {Scalar(image)}\n")
            .Append("python:\n")
            .Append($"  requirements: [{Scalar(requirements)}]\n");
        if (constraints is not null)
            text.Append($"  constraints: [{Scalar(constraints)}]\n");
        if (facts.Wheelhouse is { } wheelhouse)
            text.Append($"  wheelhouse: {Scalar(wheelhouse)}\n");
        text.Append("tests:\n").Append(Imports(facts));
        if (facts.UsesPytest)
            text.Append($"  - name: unit\n    run: {Pytest(facts.TestsFolder!)}\n");
        return text.ToString();
    }

    // What a package is imported as, its name does not tell; what it installed does.
    private static string Imports(FolderFacts facts)
    {
        var wanted = string.Join(", ", facts.Packages.Select(package => $"'{PackageName.Normalize(package)}'"));
        return $$"""
              - name: imports
                run:
                  - python
                  - -c
                  - |
                    import importlib, importlib.metadata as metadata
                    wanted = {{(wanted.Length > 0 ? $"{{{wanted}}}" : "set()  # everything")}}
                    imported = []
                    for name, owners in sorted(metadata.packages_distributions().items()):
                        owners = {owner.lower().replace("_", "-").replace(".", "-") for owner in owners}
                        if name.isidentifier() and (not wanted or wanted & owners):
                            imported.append(importlib.import_module(name).__name__)
                    print(*imported, sep="\n")
                    if not imported:
                        raise SystemExit("nothing was imported: correct the names in 'wanted'")

            """;
    }

    private static string Lines(string comment, IEnumerable<string> lines) => $"# {comment}\n{string.Join("\n", lines)}\n";

    /// <summary>A name that suites accept, close to the folder's.</summary>
    private static string SuiteName(string folder)
    {
        var words = new string([.. folder.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-')]);
        var name = string.Join('-', words.Split('-', StringSplitOptions.RemoveEmptyEntries)).Trim('-', '.', '_');
        return name.Length == 0 ? "smoke" : name[..Math.Min(name.Length, 100)];
    }

    private static string Scalar(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/' or ':' or '@') && char.IsAsciiLetterOrDigit(text[0])
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
