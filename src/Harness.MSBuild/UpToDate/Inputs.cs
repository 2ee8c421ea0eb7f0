using System.Text;
using System.Text.Json;
using Harness.Engines.Images;
using Harness.Evidence;
using Harness.Running;
using Harness.Suites;

namespace Harness.MSBuild.UpToDate;

/// <summary>Everything that the outcome of a run is a function of, as far as it can be known without running.</summary>
internal static class Inputs
{
    private static readonly string[] Own = ["HARNESS_", "DOCKER_", "CONTAINER"];

    /// <summary>
    /// A hash over suites, the files their containers see, images and options. Null when it cannot be told: a suite is invalid, a file
    /// cannot be read, or an image has no digest and so may be another one by now.
    /// </summary>
    public static string? Hash(RunRequest request, ArtifactsFolder artifacts, CancellationToken cancellationToken)
    {
        var loaded = SuiteLoader.Load(request);
        var suites = loaded.Suites.Select(suite => suite.Suite).OfType<Suite>().ToList();
        if (loaded.AllDiagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            || suites.Count == 0
            || suites.Any(suite => suite.Tests.Count == 0 || !IsPinned(suite)))
            return null;

        using var hash = new InputHash();
        try
        {
            AddProgram(hash);
            AddOptions(hash, loaded.Settings, request.Environment);
            if (loaded.Settings.Baseline is { } baseline)
                AddBaseline(hash, Path.GetFullPath(baseline, request.WorkingDirectory), artifacts);
            foreach (var suite in suites)
                Add(hash, suite, request, artifacts, cancellationToken);
            return hash.End();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsPinned(Suite suite) => ImageReference.TryParse(suite.Image, out var image, out _) && image.IsPinned;

    // Another build of Harness may judge otherwise.
    private static void AddProgram(InputHash hash)
    {
        foreach (var assembly in new[] { typeof(Inputs).Assembly, typeof(HarnessRun).Assembly, typeof(ImageReference).Assembly })
            hash.Add(assembly.ManifestModule.ModuleVersionId.ToString());
    }

    private static void AddOptions(InputHash hash, RunSettings settings, IReadOnlyDictionary<string, string> environment)
    {
        hash.Add(JsonSerializer.Serialize(settings));
        AddVariables(hash, environment, name => Array.Exists(Own, prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    // A run that is compared with the one before it writes over it, and would never be up to date.
    private static void AddBaseline(InputHash hash, string path, ArtifactsFolder artifacts)
    {
        if (File.Exists(path))
            hash.AddFile(new(path), "baseline");
        else if (Directory.Exists(path) && Path.TrimEndingDirectorySeparator(path) != artifacts.Path)
        {
            foreach (var file in Directory.EnumerateFiles(path, "result.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                hash.AddFile(new(file), Path.GetRelativePath(path, file));
        }
    }

    private static void AddVariables(InputHash hash, IReadOnlyDictionary<string, string> environment, Func<string, bool> counts)
    {
        foreach (var (name, value) in environment.Where(variable => counts(variable.Key)).OrderBy(variable => variable.Key, StringComparer.Ordinal))
            hash.Add(name, value);
    }

    private static void Add(InputHash hash, Suite suite, RunRequest request, ArtifactsFolder artifacts, CancellationToken cancellationToken)
    {
        var text = new StringBuilder(File.ReadAllText(suite.File));
        if (request.SuiteValues.TryGetValue(suite.File, out var values))
            text.AppendJoin('\n', values.OrderBy(value => value.Key, StringComparer.Ordinal));
        var written = text.ToString();
        hash.Add(suite.DisplayFile, written);
        AddVariables(hash, request.Environment, name => written.Contains("${" + name, StringComparison.Ordinal));
        foreach (var mount in SandboxMounts.For(suite).All)
        {
            hash.Add(mount.Target);
            FolderInput.Add(hash, mount.Source, artifacts.Path, cancellationToken);
        }
    }
}
