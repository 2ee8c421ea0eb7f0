using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Harness.Evidence;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

/// <summary>SIGKILL of the command at random moments; the build program's target <c>soak</c> does it a hundred times.</summary>
[Collection("engine")] // containers are counted by the suite's name
public sealed class KilledAnytimeTests(ITestOutputHelper output) : IDisposable
{
    private const string Rounds = "HARNESS_SOAK_ROUNDS";

    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 3_600_000)]
    public async Task One_reap_removes_all_that_it_had_and_what_it_wrote_can_be_read()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable(Rounds) ?? "4", CultureInfo.InvariantCulture);
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        bed.Write();
        var whole = Stopwatch.StartNew();
        Assert.Equal(0, (await HarnessProcess.RunAsync(bed.Path, "run", "--output", "whole")).Code);
        whole.Stop();

        for (var round = 1; round <= rounds; round++)
        {
            var folder = $"killed-{round}";
            var moment = whole.Elapsed * 0.9 * chance.NextDouble();
            await using (var harness = await RunningHarness.StartAsync(bed.Path, until: null, "run", "--output", folder))
            {
                await Task.Delay(moment, TestContext.Current.CancellationToken);
                harness.Signal("KILL");
                await harness.ExitCodeAsync();
            }

            var reap = await HarnessProcess.RunAsync(bed.Path, "reap");

            output.WriteLine($"killed after {moment.TotalSeconds:0.00} s: {reap.Output}");
            Assert.Equal((0, ""), (reap.Code, reap.Error));
            Assert.Empty(await EngineContainers.OfSuiteAsync("bed"));
            await AssertReadableAsync(Path.Combine(bed.Path, folder));
        }
    }

    private async Task AssertReadableAsync(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "index.json")))
            return; // Killed before it wrote anything.
        Assert.NotNull(XDocument.Load(Path.Combine(folder, "junit.xml")).Root);
        var record = Path.Combine(folder, "bed/result.json");
        if (!File.Exists(record))
            return;
        using (JsonDocument.Parse(await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken)))
        {
        }

        var journal = Path.Combine(folder, "bed/journal.jsonl");
        if (File.Exists(journal))
            Assert.Equal(0, JournalReader.Read(journal).Unreadable);
        var explained = await HarnessProcess.RunAsync(bed.Path, "explain", folder);
        Assert.Contains("bed", explained.Output, StringComparison.Ordinal);
        Assert.Equal("", explained.Error);
    }
}
