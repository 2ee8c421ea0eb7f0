using Harness.Evidence;
using Harness.Running;
using Harness.Running.Breaking;
using Harness.Tests.Support;

namespace Harness.Tests.Running.Breaking;

/// <summary>Suites that depend on what is dead, on the engine.</summary>
[Collection("engine")]
public sealed class CircuitRunTests : IDisposable
{
    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Of_twenty_suites_with_a_dead_registry_few_ask_it()
    {
        using var registry = new DeadRegistry();
        var names = Enumerable.Range(1, 20).Select(number => $"suite-{number:00}").ToList();
        foreach (var name in names)
        {
            bed.WriteRaw(
                $"{name}/smoke.yml",
                $"schema: 1\nname: {name}\nimage: {registry.Address}/{name}@sha256:{new string('0', 64)}\nretries: {{attempts: 2, delay: 1ms}}\n"
                + "tests:\n  - {name: python, run: [python, --version]}\n");
        }

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Infrastructure, report.ExitCode);
        Assert.InRange(registry.Asked.Count, Circuit.Limit, (2 * Circuit.Limit) - 1); // whoever asks already while the third fails ends as it ends
        Assert.All(report.Results, result => Assert.Equal((Verdict.Infrastructure, "registry-unreachable"), (result.Verdict, result.Causes[0].Name)));
        var untried = report.Results.Where(result => !registry.Asked.Contains(result.Suite)).ToList();
        Assert.Equal(20 - registry.Asked.Count, untried.Count);
        Assert.All(untried, result =>
        {
            Assert.Contains(result.Causes[0].Evidence, line => line.Source == "circuit-breaker");
            var pointer = result.Causes[0].Evidence.Single(line => line.Source.StartsWith("suite ", StringComparison.Ordinal));
            Assert.Contains(pointer.Source["suite ".Length..], registry.Asked);
        });
        var summary = await File.ReadAllTextAsync(Path.Combine(bed.Output, "summary.md"), TestContext.Current.CancellationToken);
        Assert.Matches("[3-5] suites in a row", summary); // with those that failed at the same time
    }

    [Fact(Timeout = 120_000)]
    public async Task One_that_waits_to_try_again_gives_up_when_others_find_it_dead()
    {
        using var registry = new DeadRegistry();
        foreach (var name in new[] { "a-patient", "b", "c", "d" })
        {
            bed.WriteRaw(
                $"{name}/smoke.yml",
                $"schema: 1\nname: {name}\nimage: {registry.Address}/{name}@sha256:{new string('0', 64)}\nretries: {{attempts: {(name == "a-patient" ? 3 : 1)}, delay: 3s}}\n"
                + "tests:\n  - {name: python, run: [python, --version]}\n");
        }

        await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        var journal = JournalReader.Read(Path.Combine(bed.Output, "a-patient/journal.jsonl")).Entries;
        Assert.Single(journal, entry => entry.Text?.Contains("follows in", StringComparison.Ordinal) == true);
        Assert.Equal(registry.Times("b"), registry.Times("a-patient"));
    }
}
