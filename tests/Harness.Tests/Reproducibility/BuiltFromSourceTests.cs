using Harness.Reproducibility;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Reproducibility;

/// <summary>One version of one source archive that comes out differently each time it is built, on the engine.</summary>
[Collection("engine")]
public sealed class BuiltFromSourceTests : IDisposable
{
    private readonly SuiteBed bed = new();
    private readonly ProgressList progress = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task The_time_of_a_build_in_a_text_is_explained_and_so_is_the_record_that_lists_the_text()
    {
        var report = await RunAsync("{'stamped.py': ('BUILT = %.9f\\n' % time.time()).encode()}");

        Assert.Equal(
            ["bed run 1: pip builds stamped 1.0 from source", "bed run 2: pip builds stamped 1.0 from source"],
            progress.Events.Where(one => one.Kind == RunEventKind.Note).Select(one => one.Text).Order(StringComparer.Ordinal));
        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        var comparison = bed.Result().Reproducibility;
        Assert.Equal(ReproducibilityVerdict.Reproducible, comparison.Verdict);
        Assert.Equal("timestamp", Rule(comparison, "/stamped.py"));
        Assert.Equal("record", Rule(comparison, "/stamped-1.0.dist-info/RECORD"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Another_content_of_the_same_version_is_content_drift()
    {
        var report = await RunAsync("{'stamped.py': ('TOKEN = \"%s\"\\n' % os.urandom(8).hex()).encode()}");

        Assert.Equal(ExitCodes.NotReproducible, report.ExitCode);
        var comparison = bed.Result().Reproducibility;
        Assert.Equal(ReproducibilityVerdict.ContentDrift, comparison.Verdict);
        Assert.Equal("payload", Rule(comparison, "/stamped.py"));
        Assert.Equal("content-drift", bed.Result().Causes[0].Name);
        Assert.StartsWith("Use a wheel of stamped ", bed.Result().Causes[0].Remedy, StringComparison.Ordinal);
        Assert.Contains("/stamped.py\n@@ -1 +1 @@\n-TOKEN = ", File.ReadAllText(Path.Combine(bed.Output, "bed", "diff", "files.diff")), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Machine_code_that_was_built_on_the_spot_is_drift_with_a_name_of_its_own()
    {
        await RunAsync("{'_fast.so': b'\\x7fELF\\0' + os.urandom(16)}");

        var comparison = bed.Result().Reproducibility;
        Assert.Equal(ReproducibilityVerdict.ContentDrift, comparison.Verdict);
        Assert.Equal("native-build", Rule(comparison, "/_fast.so"));
        Assert.False(comparison.Differences.Single(difference => difference.Subject.EndsWith("/_fast.so", StringComparison.Ordinal)).Benign);
    }

    private async Task<RunReport> RunAsync(string files)
    {
        bed.Write("  - {name: python, run: [python, --version]}\n", requirements: "stamped==1.0\n");
        SourceArchive.Write(Path.Combine(bed.Path, "wheels"), files);
        return await bed.RunAsync(progress, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static string? Rule(Comparison comparison, string end) =>
        comparison.Differences.Single(difference => difference.Subject.EndsWith(end, StringComparison.Ordinal)).Rule;
}
