using System.Text.Json.Nodes;
using Harness.Evidence;
using Harness.Running;
using Harness.Tests.Suites.Schema;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>The lines of <c>harness run --json</c>, each held against the schema that other people's programs are written by.</summary>
[Collection("engine")]
public sealed class EventStreamTests : IDisposable
{
    private static readonly JsonObject Schema =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "events.schema.json")))!.AsObject();

    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Every_line_of_a_run_is_an_event_by_the_schema()
    {
        bed.Write("""
              - {name: talker, run: [sh, -c, "printf 'one\\033[31m\\377\\n'; echo two >&2; sleep 1.5; exit 3"]}

            """);

        var (code, events) = await EventsAsync();

        Assert.Equal(1, code);
        Assert.Equal(
            ["attempt-ended", "attempt-started", "image-ready", "resources", "run-ended", "step-ended", "step-output", "step-started", "suite-ended", "suite-started"],
            events.Select(Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(("suite-started", "run-ended"), (Kind(events[0]), Kind(events[^1])));
        Assert.Equal(("failed", bed.Output), (Text(events[^1], "verdict"), Text(events[^1], "artifacts")));
        Assert.Equal("test-failed", Text(events.Single(e => Kind(e) == "suite-ended"), "cause"));
        Assert.Equal(["install", "test:talker"], events.Where(e => Kind(e) == "step-output").Select(e => Text(e, "step")).Distinct());
        Assert.Equal(["sanity", "install", "freeze", "test:talker", "space"], events.Where(e => Kind(e) == "step-started").Select(e => Text(e, "step")).Distinct());
        Assert.Contains(events, e => Text(e, "text") == "one\u001b[31m\ufffd" && Text(e, "stream") == "stdout");
        Assert.All(events.Where(e => Kind(e) == "resources"), e => Assert.Equal(1L << 30, e["memoryLimitBytes"]!.GetValue<long>()));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("", 1)]
    [InlineData("--offline", 0)]
    public async Task An_image_that_the_engine_lacks_is_pulled_unless_that_is_switched_off(string option, int pulls)
    {
        var absent = RealEngine.Image[..^64] + new string('0', 64);
        bed.WriteRaw("smoke.yml", $"schema: 1\nname: x\nimage: {absent}\ntests: [{{name: t, run: 'true'}}]\n");

        var (code, events) = await EventsAsync(options: option.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((4, "image-not-found"), (code, Text(events.Single(e => Kind(e) == "suite-ended"), "cause")));
        Assert.Equal(Enumerable.Repeat(absent, pulls), events.Where(e => Kind(e) == "image-pulling").Select(e => Text(e, "text")));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_suite_that_is_invalid_ends_too()
    {
        bed.WriteRaw("smoke.yml", $"name: x\nimage: {RealEngine.Image}\ntest: []\n");

        var (code, events) = await EventsAsync();

        Assert.Equal(2, code);
        Assert.Equal([("suite-ended", "invalid"), ("run-ended", "invalid")], events.Select(e => (Kind(e), Text(e, "verdict"))));
        Assert.Equal("suite-invalid", Text(events[0], "cause"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_an_engine_every_suite_ends_and_says_why()
    {
        bed.Write();

        var (code, events) = await EventsAsync(new() { ["DOCKER_HOST"] = "unix:///nowhere/docker.sock" });

        Assert.Equal(4, code);
        Assert.Equal([("suite-ended", "infrastructure"), ("run-ended", "infrastructure")], events.Select(e => (Kind(e), Text(e, "verdict"))));
        Assert.Equal("engine-not-running", Text(events[0], "cause"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Where_there_is_no_suite_the_last_line_is_the_only_one()
    {
        var (code, events) = await EventsAsync();

        Assert.Equal(2, code);
        Assert.Equal(("run-ended", "invalid"), (Kind(Assert.Single(events)), Text(events[0], "verdict")));
    }

    [Fact]
    public void The_schema_and_the_page_know_every_kind_and_word()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "events.md"));

        Assert.Equal(Words<RunEventKind>().Order(StringComparer.Ordinal), Enum("kind").Order(StringComparer.Ordinal));
        Assert.Equal(Words<Outcome>(), Enum("outcome"));
        Assert.Equal(Words<Verdict>(), Enum("verdict"));
        Assert.Equal(Enum("kind").Order(StringComparer.Ordinal), Schema["anyOf"]!.AsArray().Select(one => one!["properties"]!["kind"]!["const"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(Enum("kind"), kind => Assert.Contains($"| `{kind}` |", page));
        Assert.All(Schema["properties"]!.AsObject(), key => Assert.Contains($"`{key.Key}`", page));
    }

    private async Task<(int Code, IReadOnlyList<JsonNode> Events)> EventsAsync(Dictionary<string, string?>? variables = null, params string[] options)
    {
        var (code, output, _) = await HarnessProcess.RunAsync(bed.Path, variables ?? [], ["run", "--json", "--output", "out", .. options]);
        List<JsonNode> events = [.. output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!)];
        var schema = new MiniSchema(Schema);
        Assert.All(events, one =>
        {
            Assert.Empty(schema.Check(one));
            // Others may add keys; here each is to be described.
            Assert.All(one.AsObject(), key => Assert.True(Schema["properties"]!.AsObject().ContainsKey(key.Key), key.Key));
        });
        return (code, events);
    }

    private static string Kind(JsonNode one) => one["kind"]!.GetValue<string>();

    private static string? Text(JsonNode one, string key) => one[key]?.GetValue<string>();

    private static IEnumerable<string> Enum(string property) => Schema["properties"]![property]!["enum"]!.AsArray().Select(word => word!.GetValue<string>());

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => System.Enum.GetValues<T>().Select(KebabCase.Of);
}
