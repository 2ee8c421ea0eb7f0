using System.Reflection;
using System.Text.RegularExpressions;
using Harness.Evidence;
using Harness.Running;
using Harness.Tests.Reporting.JUnit;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

/// <summary>The suite that the README runs first, and the reports of real runs as their consumers need them.</summary>
[Collection("engine")]
public sealed class QuickStartTests : IDisposable
{
    private readonly ScratchFolder artifacts = new();
    private readonly SuiteBed bed = new();

    public void Dispose()
    {
        artifacts.Dispose();
        bed.Dispose();
    }

    [Fact(Timeout = 120_000)]
    public async Task The_quick_start_is_green_and_its_report_fits_the_profile()
    {
        _ = RealEngine.Image;
        var request = new RunRequest { WorkingDirectory = Folder(), Output = artifacts.Path, Environment = RealEngine.Environment };

        var report = await HarnessRun.RunAsync(request, new NoProgress(), TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        Assert.Empty(report.Diagnostics);
        var root = JUnitProfile.Check(artifacts.In("junit.xml")).Root!;
        Assert.Equal(("16", "0", "0"), (root.Attribute("tests")!.Value, root.Attribute("failures")!.Value, root.Attribute("errors")!.Value));
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_file_and_every_kind_of_line_is_on_the_page_about_evidence()
    {
        bed.Write(SuiteBed.Passing + "  - {name: broken, run: [python, -c, \"raise SystemExit('no greeting today')\"]}\n");

        await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        var page = await File.ReadAllTextAsync(Path.Combine(Metadata("Docs"), "evidence.md"), TestContext.Current.CancellationToken);
        var files = Directory.EnumerateFiles(bed.Output, "*", SearchOption.AllDirectories)
            .Select(file => Regex.Replace(Path.GetFileName(file), "^[0-9]+-.*[.](stdout|stderr)[.]log$", "NN-STEP.$1.log")).Distinct().ToList();
        Assert.True(files.Count > 15, "the run left next to nothing");
        Assert.All(files, file => Assert.Matches($"`([A-Za-z-]+/)*{Regex.Escape(file)}`", page));
        Assert.All(Enum.GetValues<JournalKind>(), kind => Assert.Contains($"`{KebabCase.Of(kind)}`", page, StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task The_report_of_a_red_run_fits_the_profile_and_points_at_the_line()
    {
        bed.Write(SuiteBed.Passing + "  - {name: broken, run: [python, -c, \"raise SystemExit('no greeting today')\"]}\n");

        await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        var root = JUnitProfile.Check(Path.Combine(bed.Output, "junit.xml")).Root!;
        var broken = root.Descendants("testcase").First(testcase => testcase.Attribute("name")!.Value == "test:broken");
        Assert.Equal(("smoke.yml", "7"), (broken.Attribute("file")!.Value, broken.Attribute("line")!.Value));
        Assert.Single(broken.Elements("failure"));
    }

    private static string Folder() => Metadata("QuickStart");

    private static string Metadata(string key) => typeof(QuickStartTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private sealed class NoProgress : IRunProgress
    {
        public void Report(RunEvent runEvent)
        {
        }
    }
}
