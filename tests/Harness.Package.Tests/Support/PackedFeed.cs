[assembly: AssemblyFixture(typeof(Harness.Package.Tests.Support.PackedFeed))]

namespace Harness.Package.Tests.Support;

/// <summary>
/// A folder feed with the packages of this checkout, and a NuGet.config that installs from it into a package cache of its own:
/// what a test installs is what was just packed, and the user's cache stays as it was.
/// </summary>
public sealed class PackedFeed : IAsyncLifetime
{
    /// <summary>A version that nobody publishes.</summary>
    public const string Version = "0.0.1-packed";

    private static readonly string[] Projects = ["Harness.Cli", "Harness.MSBuild"];

    private readonly string _root = Directory.CreateTempSubdirectory("harness-feed-").FullName;

    /// <summary>The folder with the packages.</summary>
    public string Folder => Path.Combine(_root, "feed");

    /// <summary>The configuration to restore and install with.</summary>
    public string ConfigFile => Path.Combine(_root, "NuGet.config");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        foreach (var project in Projects)
        {
            (await DotNet.RunAsync(Repository.Root,
                "pack", Path.Combine("src", project), "--configuration", Repository.Configuration, "--no-restore",
                "--output", Folder, $"-p:PackageVersion={Version}", "--verbosity", "quiet", "-nodeReuse:false")).ShouldSucceed();
        }

        await File.WriteAllTextAsync(ConfigFile, $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Folder}" />
              </packageSources>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(_root, "packages")}" />
              </config>
              <fallbackPackageFolders>
                <clear />
                <add key="user" value="{UserPackages()}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    // What the packages depend on was restored here when the tests were built.
    private static string UserPackages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
