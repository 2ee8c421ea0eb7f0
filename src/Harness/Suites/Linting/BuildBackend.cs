using Harness.Evidence;
using Harness.Suites.Starting;

namespace Harness.Suites.Linting;

/// <summary>What a project's own files say of how it is built.</summary>
internal static class BuildBackend
{
    private const string ProjectFile = "pyproject.toml";

    /// <summary>
    /// Whether a build is certain to write into the project: setuptools, which is also what builds a project that names nothing, makes
    /// <c>NAME.egg-info</c> and <c>build</c> there. What others do is theirs to know.
    /// </summary>
    public static bool WritesInto(string folder)
    {
        try
        {
            return InputFiles.TryRead(Path.Combine(folder, ProjectFile)) is { } text
                ? TomlTables.Parse(ProjectFile, text).Text("build-system", "build-backend")?.StartsWith("setuptools", StringComparison.Ordinal)
                    ?? !text.Contains("build-backend", StringComparison.Ordinal)
                : File.Exists(Path.Combine(folder, "setup.py"));
        }
        catch (TomlException)
        {
            return false; // pip will say so itself
        }
    }
}
