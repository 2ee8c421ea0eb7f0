using System.Reflection;
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
        var root = JUnitProfile.Check(artifacts.In("junit.xml")).Root!;
        Assert.Equal(("16", "0", "0"), (root.Attribute("tests")!.Value, root.Attribute("failures")!.Value, root.Attribute("errors")!.Value));
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

    private static string Folder() => typeof(QuickStartTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "QuickStart").Value!;

    private sealed class NoProgress : IRunProgress
    {
        public void Report(RunEvent runEvent)
        {
        }
    }
}
