using System.IO.Compression;
using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.MSBuild;

/// <summary>The package as a file.</summary>
public sealed class PackageContentTests(PackedFeed feed)
{
    [Fact]
    public void The_task_brings_its_dependencies_and_none_of_MSBuilds_own()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Folder, $"Harness.MSBuild.{PackedFeed.Version}.nupkg"));

        var names = package.Entries.Select(entry => entry.FullName).ToArray();

        Assert.Superset(
            new HashSet<string>
            {
                "build/Harness.MSBuild.props", "build/Harness.MSBuild.targets",
                "buildMultiTargeting/Harness.MSBuild.props", "buildMultiTargeting/Harness.MSBuild.targets",
                "solution/Directory.Solution.targets", "msbuild.md",
                "tasks/net10.0/Harness.MSBuild.dll", "tasks/net10.0/Harness.dll", "tasks/net10.0/Harness.Engines.dll",
                "tasks/net10.0/CliWrap.dll", "tasks/net10.0/Docker.DotNet.dll", "tasks/net10.0/Polly.Core.dll", "tasks/net10.0/YamlDotNet.dll",
            },
            names.ToHashSet());
        Assert.DoesNotContain(names, name => name.Contains("Microsoft.Build", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.StartsWith("lib/", StringComparison.Ordinal) || name.StartsWith("buildTransitive/", StringComparison.Ordinal));
    }
}
