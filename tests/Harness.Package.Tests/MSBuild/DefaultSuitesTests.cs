using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.MSBuild;

/// <summary>Which suites a project has that names none; nothing is run.</summary>
public sealed class DefaultSuitesTests : IDisposable
{
    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("harness-suites-");

    public void Dispose() => _project.Delete(recursive: true);

    [Fact(Timeout = 120_000)]
    public async Task Neither_workflows_nor_virtual_environments_nor_outputs_are_searched()
    {
        foreach (var folder in new[] { ".", "services/api", ".github/workflows", "services/.tox/x", "venv", "node_modules/x", "artifacts", "bin", "obj" })
            await WriteAsync($"{folder}/smoke.yml", "");
        await WriteAsync("some.proj", $"<Project><Import Project=\"{Repository.Root}/src/Harness.MSBuild/build/Harness.MSBuild.targets\" /></Project>");

        var asked = await DotNet.RunAsync(_project.FullName, "msbuild", "some.proj", "-t:GetSmokeSuites", "-getTargetResult:GetSmokeSuites");

        Assert.True(asked.ExitCode == 0, asked.Output);
        var suites = System.Text.Json.JsonDocument.Parse(asked.Output).RootElement.GetProperty("TargetResults").GetProperty("GetSmokeSuites").GetProperty("Items");
        Assert.Equal(
            ["services/api/smoke.yml", "smoke.yml"],
            suites.EnumerateArray().Select(item => Path.GetRelativePath(_project.FullName, item.GetProperty("FullPath").GetString()!)).Order(StringComparer.Ordinal));
    }

    private async Task WriteAsync(string name, string text)
    {
        var path = Path.Combine(_project.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
    }
}
