namespace Harness.Build;

/// <summary>Where things are in this clone.</summary>
internal static class Paths
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Solution => Path.Combine(Root, "Harness.sln");

    public static string Artifacts => Path.Combine(Root, "artifacts");

    public static string Packages => Path.Combine(Artifacts, "packages");

    public static string TestReports => Path.Combine(Artifacts, "tests");

    public static string Engine => Path.Combine(Artifacts, "engine");

    public static string Fixtures => Path.Combine(Artifacts, "fixtures");

    public static string FixtureRecipes => Path.Combine(Root, "eng", "fixtures");

    public static string QuickStart => Path.Combine(Root, "tests", "smoke", "quickstart");

    public static string Cli => Path.Combine(Artifacts, "bin", "Harness.Cli", "release", "Harness.Cli.dll");

    public static string Project(string folder, string name) => Path.Combine(Root, folder, name, $"{name}.csproj");

    // Not [CallerFilePath]: continuous integration builds with deterministic source paths, which exist nowhere.
    private static string FindRoot(string directory)
    {
        for (var candidate = directory; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (File.Exists(Path.Combine(candidate, "Harness.sln")))
            {
                return candidate;
            }
        }

        throw new BuildFailedException($"No folder above {directory} holds Harness.sln: run the build program from within its clone.");
    }
}
