namespace Harness.Package.Tests.MSBuild;

/// <summary>Builds side by side on one machine.</summary>
[Collection("builds")]
public sealed class TurnTests(BuildBed bed)
{
    [Fact(Timeout = 120_000)]
    public async Task A_project_waits_while_another_runs_its_suites()
    {
        bed.Single.Clean().Suite("turn");
        var temporary = Directory.CreateDirectory(bed.Single.In("artifacts", "tmp")).FullName;
        var environment = new Dictionary<string, string?>(BuildFolder.NoEngine) { ["TMPDIR"] = temporary };
        var other = new FileStream(
            Path.Combine(temporary, $"harness-builds-{Environment.UserName}.lock"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

        var (code, output) = await bed.Single.SmokeTestUntilAsync(
            environment, "Waiting for the smoke tests of another project or build to end.", async _ => await other.DisposeAsync());

        Assert.Equal(1, code);
        Assert.Contains("error HARN2002: ", output);
    }
}
