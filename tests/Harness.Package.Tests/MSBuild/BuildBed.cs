using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.MSBuild;

/// <summary>Projects that use the package as a user's would, restored once for all tests.</summary>
public sealed class BuildBed(PackedFeed feed) : IAsyncLifetime
{
    private const string Package = $"""<ItemGroup><PackageReference Include="Harness.MSBuild" Version="{PackedFeed.Version}" PrivateAssets="all" /></ItemGroup>""";

    private readonly string _root = Directory.CreateTempSubdirectory("harness-builds-").FullName;

    /// <summary>One target framework, in a folder whose name needs quoting; a target of its own reads the results.</summary>
    public BuildFolder Single => Folder("größe & more");

    /// <summary>The same, left for tests that need nothing but a suite that was green.</summary>
    public BuildFolder Green => Folder("green");

    /// <summary>Two target frameworks.</summary>
    public BuildFolder Multi => Folder("multi");

    /// <summary>S.sln and S.slnx over <c>first</c> and <c>second</c>, which have suites, <c>none</c>, which has none, and <c>without</c> the package.</summary>
    public BuildFolder Solution => Folder("solution");

    /// <summary>A project of the solution.</summary>
    public BuildFolder InSolution(string name) => Folder("solution", name);

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        const string one = "<TargetFramework>net10.0</TargetFramework>";
        const string tell = """
            <Target Name="Tell" AfterTargets="SmokeTest">
              <Message Importance="high" Text="later: %(SmokeTestResult.Identity) %(Suite) %(Verdict) %(Reproducibility) %(UpToDate) %(Junit)" />
            </Target>
            """;
        // No packs for frameworks other than the SDK's own are at hand, and none is needed: nothing is compiled.
        const string two = """
            <TargetFrameworks>net10.0;net9.0</TargetFrameworks><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
            """;
        Project(Single, "App", one, Package + tell);
        Project(Green, "Green", one, Package + tell);
        Project(Multi, "Multi", two, Package);
        foreach (var name in Members)
            Project(InSolution(name), name, one, name == "without" ? "" : Package);
        Solution.Write("S.slnx", $"<Solution>{string.Concat(Members.Select(name => $"""<Project Path="{name}/{name}.csproj" />"""))}</Solution>");
        Solution.Write("S.sln", ClassicSolution());
        File.Copy(
            Path.Combine(Repository.Root, "src", "Harness.MSBuild", "solution", "Directory.Solution.targets"),
            Path.Combine(Solution.Path, "Directory.Solution.targets"));

        var all = new[] { "../größe &amp; more/App", "../green/Green", "../multi/Multi" }.Concat(Members.Select(name => $"{name}/{name}"));
        Solution.Write("All.slnx", $"<Solution>{string.Concat(all.Select(path => $"""<Project Path="{path}.csproj" />"""))}</Solution>");
        (await Solution.DotNetAsync("restore", "All.slnx", "--configfile", feed.ConfigFile)).ShouldSucceed();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string[] Members => ["first", "second", "none", "without"];

    private BuildFolder Folder(params string[] names) => new(Path.Combine([_root, .. names]));

    private static void Project(BuildFolder folder, string name, string properties, string more) => folder.Write(
        $"{name}.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{properties}</PropertyGroup>{more}</Project>""");

    private static string ClassicSolution()
    {
        var projects = Members.Select((name, index) => (Name: name, Id: $"{{00000000-0000-0000-0000-00000000000{index + 1}}}")).ToArray();
        return $$"""
            Microsoft Visual Studio Solution File, Format Version 12.00
            {{string.Join('\n', projects.Select(project =>
                $"Project(\"{{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}}\") = \"{project.Name}\", \"{project.Name}\\{project.Name}.csproj\", \"{project.Id}\"\nEndProject"))}}
            Global
            GlobalSection(SolutionConfigurationPlatforms) = preSolution
            Debug|Any CPU = Debug|Any CPU
            EndGlobalSection
            GlobalSection(ProjectConfigurationPlatforms) = postSolution
            {{string.Join('\n', projects.Select(project =>
                $"{project.Id}.Debug|Any CPU.ActiveCfg = Debug|Any CPU\n{project.Id}.Debug|Any CPU.Build.0 = Debug|Any CPU"))}}
            EndGlobalSection
            EndGlobal

            """;
    }
}
