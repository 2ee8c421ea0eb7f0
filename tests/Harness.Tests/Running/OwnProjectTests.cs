using System.Text.RegularExpressions;
using Harness.Doctor.Injecting.Packages;
using Harness.Evidence;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

/// <summary>The suites of the page about testing one's own project, run as they stand there.</summary>
[Collection("engine")]
public sealed partial class OwnProjectTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Both_ways_of_the_page_are_green()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_111_111); // what chmod -R o+rwX does
        var suites = Suites();
        var wheel = new WheelFile("project", "1.0");
        Directory.CreateDirectory(folder.In("dist"));
        await File.WriteAllBytesAsync(folder.In("dist", wheel.FileName), wheel.Build(), TestContext.Current.CancellationToken);
        folder.Write("wheel.txt", $"./dist/{wheel.FileName}\n");
        folder.Write("editable.txt", "-e .\n");
        folder.Write("setup.py", "from setuptools import setup\n\nsetup(name='project', version='1.0', py_modules=['project'])\n");
        folder.Write("project.py", "");
        foreach (var (name, suite) in suites)
        {
            folder.Write($"{name}.yml", suite.Replace("IMAGE", RealEngine.Image, StringComparison.Ordinal).Replace("requirements.txt]", $"{name}.txt]\n  wheelhouse: wheels", StringComparison.Ordinal) + "runs: 1\n");
        }

        Directory.CreateDirectory(folder.In("wheels"));
        foreach (var archive in Directory.EnumerateFiles(RealEngine.Wheels))
            File.Copy(archive, folder.In("wheels", Path.GetFileName(archive)));

        var report = await HarnessRun.RunAsync(
            new() { Suites = [.. suites.Keys.Select(name => $"{name}.yml")], WorkingDirectory = folder.Path, Output = "out", Environment = RealEngine.Environment },
            new ProgressList(), TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal(["editable", "wheel"], suites.Keys.Order());
        Assert.All(report.Results, result => Assert.Equal(Verdict.Passed, result.Verdict));
        Assert.All(report.Results, result => Assert.Empty(result.Warnings));
        Assert.True(Directory.Exists(folder.In("project.egg-info")));
    }

    private static Dictionary<string, string> Suites() =>
        Suite().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "projects.md")).ReplaceLineEndings("\n")).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["text"].Value);

    [GeneratedRegex(@"```yaml\n(?<text>schema: 1\nname: (?<name>\w+)\n.*?)```", RegexOptions.Singleline)]
    private static partial Regex Suite();
}
