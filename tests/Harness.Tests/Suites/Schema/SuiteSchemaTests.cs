using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Suites;
using Harness.Suites.Reading;
using Harness.Suites.Yaml;

namespace Harness.Tests.Suites.Schema;

/// <summary>The schema for editors and the reader, held against each other.</summary>
public sealed class SuiteSchemaTests : IDisposable
{
    private static readonly JsonObject Root =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "smoke.schema.json")))!.AsObject();

    private static readonly MiniSchema Schema = new(Root);

    private readonly SuiteFolder _folder = new();

    public SuiteSchemaTests()
    {
        foreach (var file in new[] { "r.txt", "c.txt", "wheels/x.whl" })
            _folder.Write(file, "");
    }

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Tables => [.. SuiteKeys.All.Select(table => table.Path)];

    public static TheoryData<string> WordKeys => [.. SuiteWords.All.Keys];

    public static TheoryData<string> Keys =>
        [.. SuiteKeys.All.SelectMany(table => table.Keys, (table, key) => table.Path.Length == 0 ? key : $"{table.Path}.{key}")];

    public static TheoryData<string, string> Defaults => [.. FindDefaults("", Root)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_schema_and_the_reader_know_the_same_keys(string path)
    {
        var schema = Find(path);

        Assert.Equal(SuiteKeys.All.Single(table => table.Path == path).Keys, schema["properties"]!.AsObject().Select(property => property.Key));
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public void The_schema_has_no_mapping_that_the_reader_does_not_know()
    {
        var mappings = Root["$defs"]!.AsObject().Append(new("", Root)).Sum(pair => CountMappings(pair.Value!.AsObject()));

        Assert.Equal(SuiteKeys.All.Count, mappings);
    }

    [Theory]
    [MemberData(nameof(WordKeys))]
    public void The_schema_and_the_reader_know_the_same_words(string path) =>
        Assert.Equal(SuiteWords.All[path], Find(path)["enum"]!.AsArray().Select(word => word!.GetValue<string>()));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_explained(string path)
    {
        var property = Find(path);

        Assert.NotEqual("", property["title"]?.GetValue<string>() ?? "");
        Assert.Matches(@"\.$", property["description"]?.GetValue<string>() ?? "");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_that_the_reader_knows_is_read(string path)
    {
        var result = _folder.Read(With(path, "[[x]]"));

        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Message.StartsWith($"'{path.Replace("[]", "[0]", StringComparison.Ordinal)}", StringComparison.Ordinal));
        Assert.NotEmpty(Schema.Check(Json()));
    }

    [Theory]
    [MemberData(nameof(Defaults))]
    public void The_defaults_that_the_schema_states_are_the_reader_s(string path, string value)
    {
        Assert.Equal(Show(_folder.ReadGood(With(path: null, value: ""))), Show(_folder.ReadGood(With(path, value))));
    }

    [Theory]
    [InlineData("schema: 1")]
    [InlineData("platform: linux/amd64")]
    [InlineData("platform: linux/arm/v7")]
    [InlineData("user: root")]
    [InlineData("user: 1000")]
    [InlineData("user: 1000:1000")]
    [InlineData("user: '1000:1000'")]
    [InlineData("runs: 1")]
    [InlineData("runs: 100")]
    [InlineData("source-builds: warn")]
    [InlineData("env: {A: b, B: 1, C: 1.5, D: true, E: ''}")]
    [InlineData("env: {}")]
    [InlineData("python: {}")]
    [InlineData("python: {requirements: [], constraints: [c.txt], build-constraints: [c.txt]}")]
    [InlineData("python: {only-binary: [numpy, A1, ruamel.yaml]}")]
    [InlineData("python: {index-url: HTTPS://h/simple, extra-index-urls: ['http://h', 'file:///x']}")]
    [InlineData("python: {toolchain: {pip: 24.0, setuptools: 69.5.1, wheel: '0.43'}}")]
    [InlineData("python: {toolchain: {pip: 24, setuptools: 1.0rc1.post2.dev3+local.1, wheel: '1!2'}}")]
    [InlineData("python: {wheelhouse: wheels, binary: only, environment: system, executable: python3}")]
    [InlineData("workspace: {path: ., access: none}")]
    [InlineData("limits: {memory: 512MiB, disk: 1.5g, shared-memory: 65536, output: '10 MB', output-abort: 1TB}")]
    [InlineData("limits: {cpus: 2, pids: 1, inodes: 1}")]
    [InlineData("limits: {cpus: 0.01}")]
    [InlineData("timeouts: {pull: 1d, install: 1h30m, test: 1.5s, suite: 1m500ms}")]
    [InlineData("network: {install: true, test: False}")]
    [InlineData("retries: {attempts: 1, delay: 0s, backoff: fixed}")]
    public void What_is_good_is_good_to_both(string line)
    {
        var result = _folder.Read(SuiteFolder.Good + line);

        Assert.Empty(result.Diagnostics);
        Assert.Empty(Schema.Check(Json()));
    }

    [Theory]
    [InlineData("foo: 1")]
    [InlineData("schema: 2")]
    [InlineData("schema: '1'")]
    [InlineData("platform: amd64")]
    [InlineData("platform: linux/amd64/v8/x")]
    [InlineData("platform: Linux/amd64")]
    [InlineData("user: bob")]
    [InlineData("user: -1")]
    [InlineData("user: '1:2:3'")]
    [InlineData("user: 1.5")]
    [InlineData("runs: 0")]
    [InlineData("runs: 101")]
    [InlineData("runs: 1.5")]
    [InlineData("runs: '2'")]
    [InlineData("runs:")]
    [InlineData("source-builds: Allow")]
    [InlineData("env: {A: [b]}")]
    [InlineData("env: {A: }")]
    [InlineData("env: {1A: b}")]
    [InlineData("env: {A-B: b}")]
    [InlineData("env: [A=b]")]
    [InlineData("python: {requirements: r.txt}")]
    [InlineData("python: {requirements: [5]}")]
    [InlineData("python: {requirements: ['']}")]
    [InlineData("python: {only-binary: ['numpy==1']}")]
    [InlineData("python: {index-url: pypi}")]
    [InlineData("python: {toolchain: {pip: '>=24'}}")]
    [InlineData("python: {toolchain: {pip: 24.*}}")]
    [InlineData("python: {toolchain: {poetry: 1.0}}")]
    [InlineData("python: {executable: 3}")]
    [InlineData("limits: {memory: lots}")]
    [InlineData("limits: {memory: -1}")]
    [InlineData("limits: {memory: 0}")]
    [InlineData("limits: {memory: 1.5}")]
    [InlineData("limits: {memory: 5xb}")]
    [InlineData("limits: {cpus: 0}")]
    [InlineData("limits: {cpus: '2'}")]
    [InlineData("limits: {pids: 0}")]
    [InlineData("limits: {inodes: 1e9}", true)]
    [InlineData("timeouts: {test: 60}")]
    [InlineData("timeouts: {test: '60'}")]
    [InlineData("timeouts: {test: 1s1m}")]
    [InlineData("timeouts: {test: ''}")]
    [InlineData("network: {test: yes}")]
    [InlineData("network: {test: 1}")]
    [InlineData("vary: [timezone]")]
    [InlineData("vary: time-zone")]
    [InlineData("retries: {attempts: 0}")]
    [InlineData("retries: {attempts: 11}")]
    [InlineData("retries: {backoff: linear}")]
    public void What_is_bad_is_bad_to_both(string line, bool goodToTheSchema = false)
    {
        var result = _folder.Read(SuiteFolder.Good + line);

        Assert.Null(result.Suite);
        Assert.Equal(goodToTheSchema, Schema.Check(Json()).Count == 0);
    }

    [Theory]
    [InlineData("{name: a, run: b}", true)]
    [InlineData("{name: A.b_c-1, run: [a, 1, true, '']}", true)]
    [InlineData("{name: a, run: b, timeout: 5s, env: {A: b}, expect: {exit-code: 255, stdout-matches: a}}", true)]
    [InlineData("{name: a b, run: b}", false)]
    [InlineData("{name: -a, run: b}", false)]
    [InlineData("{name: 1, run: b}", false)]
    [InlineData("{name: a}", false)]
    [InlineData("{run: b}", false)]
    [InlineData("{name: a, run: []}", false)]
    [InlineData("{name: a, run: ' '}", false)]
    [InlineData("{name: a, run: 5}", false)]
    [InlineData("{name: a, run: [[a]]}", false)]
    [InlineData("{name: a, run: b, expect: {exit-code: 256}}", false)]
    [InlineData("{name: a, run: b, expect: {stdout-matches: ''}}", false)]
    [InlineData("{name: a, run: b, expect: {stdout: a}}", false)]
    [InlineData("a", false)]
    public void Tests_are_judged_alike(string test, bool good)
    {
        var result = _folder.Read($"name: api\nimage: python@{SuiteFolder.Digest}\ntests: [{test}]\n");

        Assert.Equal(good, result.Suite is not null);
        Assert.Equal(good, Schema.Check(Json()).Count == 0);
    }

    [Theory]
    [InlineData("name: api\nimage: a@{0}\n")]
    [InlineData("name: api\ntests: [{{name: a, run: b}}]\n")]
    [InlineData("image: a@{0}\ntests: [{{name: a, run: b}}]\n")]
    [InlineData("name: API\nimage: a@{0}\ntests: [{{name: a, run: b}}]\n")]
    [InlineData("name: junit.xml\nimage: a@{0}\ntests: [{{name: a, run: b}}]\n")]
    [InlineData("name: api\nimage: '@{0}'\ntests: [{{name: a, run: b}}]\n")]
    [InlineData("name: api\nimage: a b@{0}\ntests: [{{name: a, run: b}}]\n")]
    [InlineData("name: api\nimage: a@{0}\ntests: []\n")]
    [InlineData("[]")]
    public void A_whole_suite_that_is_bad_is_bad_to_both(string yaml)
    {
        var result = _folder.Read(yaml.Replace("{0}", SuiteFolder.Digest, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal));

        Assert.Null(result.Suite);
        Assert.NotEmpty(Schema.Check(Json()));
    }

    private JsonNode? Json() =>
        YamlAsJson.Convert(YamlTreeBuilder.Build(File.ReadAllText(Path.Combine(_folder.Path, "smoke.yml"))).Root);

    /// <summary>A suite, as JSON, in which a path has a value.</summary>
    private static string With(string? path, string value)
    {
        var suite = new JsonObject
        {
            ["name"] = "api",
            ["image"] = $"python@{SuiteFolder.Digest}",
            ["tests"] = new JsonArray(new JsonObject { ["name"] = "a", ["run"] = "b" }),
        };
        if (path is null)
            return suite.ToJsonString();

        var steps = path.Split('.');
        JsonNode place = suite;
        foreach (var step in steps[..^1])
        {
            var key = step.Replace("[]", "", StringComparison.Ordinal);
            place = step == key ? place[key] ??= new JsonObject() : place[key]![0]!;
        }

        place[steps[^1]] = "VALUE";
        return suite.ToJsonString().Replace("\"VALUE\"", value, StringComparison.Ordinal);
    }

    private static string Show(Suite suite) =>
        JsonSerializer.Serialize(suite with { Positions = new Dictionary<string, SourcePosition>(), Tests = [] })
        + JsonSerializer.Serialize(suite.Tests.Select(test => test with { Position = new("") }));

    /// <summary>The schema at a path such as <c>tests[].expect</c>, references followed.</summary>
    private static JsonObject Find(string path)
    {
        var schema = Root;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var key = step.Replace("[]", "", StringComparison.Ordinal);
            schema = Schema.Resolve(schema["properties"]![key]!.AsObject());
            if (step != key)
                schema = Schema.Resolve(schema["items"]!.AsObject());
        }

        return schema;
    }

    private static IEnumerable<TheoryDataRow<string, string>> FindDefaults(string path, JsonObject schema) =>
        (schema["properties"]?.AsObject() ?? []).SelectMany(property =>
        {
            var key = path + property.Key;
            var value = Schema.Resolve(property.Value!.AsObject());
            var item = value["items"] is JsonObject items ? FindDefaults($"{key}[].", Schema.Resolve(items)) : [];
            var own = value["default"] is { } standard ? new[] { new TheoryDataRow<string, string>(key, standard.ToJsonString()) } : [];
            return own.Concat(FindDefaults($"{key}.", value)).Concat(item);
        });

    private static int CountMappings(JsonObject schema) => (schema["properties"] is JsonObject properties ? 1 : 0)
        + (schema["properties"]?.AsObject() ?? []).Sum(property => CountMappings(property.Value!.AsObject()));
}
