using Harness.Suites;

namespace Harness.Tests.Suites;

public sealed class SuiteReaderTests : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_suite_with_every_key_is_read()
    {
        foreach (var file in new[] { "requirements.txt", "constraints.txt", "build-constraints.txt", "wheels/x.whl" })
            _folder.Write(file, "");

        var result = _folder.Read(FullSuite, new() { ["PIP_INDEX_URL"] = "https://pypi.example/simple" });

        var suite = result.Suite!;
        Assert.Equal(["HARN1006"], result.Diagnostics.Select(diagnostic => diagnostic.Code)); // vary
        Assert.Equal(
            ("api", Path.Combine(_folder.Path, "smoke.yml"), "smoke.yml", _folder.Path),
            (suite.Name, suite.File, suite.DisplayFile, suite.Directory));
        Assert.Equal(($"python:3.11@{SuiteFolder.Digest}", "linux/arm/v7", "1001:1002"), (suite.Image, suite.Platform, suite.User));
        Assert.Equal(new Dictionary<string, string> { ["HF_HUB_OFFLINE"] = "1", ["RATIO"] = "1.10", ["ON"] = "true" }, suite.Environment);
        Assert.Equal(new WorkspaceOptions(Path.Combine(_folder.Path, "wheels"), WorkspaceAccess.ReadWrite), suite.Workspace);
        Assert.Equal(new(false, true), suite.Network);
        Assert.Equal(new(5, TimeSpan.FromSeconds(1), Exponential: false), suite.Retries);
        Assert.Equal((1, SourceBuildPolicy.Forbid), (suite.Runs, suite.SourceBuilds));
        Assert.Equal(["time-zone", "umask"], suite.Vary);
        Assert.Equal(
            new SuiteLimits
            {
                MemoryBytes = 512L << 20,
                Cpus = 1.5,
                Pids = 64,
                DiskBytes = 2L << 30,
                Inodes = 1000,
                SharedMemoryBytes = 32L << 20,
                Resolver = new(200, 30),
                OutputBytes = 1L << 20,
                OutputAbortBytes = 1_000_000_000,
            },
            suite.Limits);
        Assert.Equal(
            new SuiteTimeouts { Pull = Minutes(1), Install = Minutes(2), Test = Minutes(3), Suite = Minutes(90) },
            suite.Timeouts);
    }

    [Fact]
    public void The_python_section_is_read()
    {
        foreach (var file in new[] { "requirements.txt", "constraints.txt", "build-constraints.txt", "wheels/x.whl" })
            _folder.Write(file, "");

        var python = _folder.Read(FullSuite, new() { ["PIP_INDEX_URL"] = "https://pypi.example/simple" }).Suite!.Python;

        Assert.Equal("python3.11", python.Executable);
        Assert.Equal([Path.Combine(_folder.Path, "requirements.txt")], python.Requirements);
        Assert.Equal([Path.Combine(_folder.Path, "constraints.txt")], python.Constraints);
        Assert.Equal([Path.Combine(_folder.Path, "build-constraints.txt")], python.BuildConstraints);
        Assert.Equal((BinaryPolicy.Only, PythonEnvironment.System), (python.Binary, python.Environment));
        Assert.Equal(["numpy", "Flask-Login"], python.OnlyBinary);
        Assert.Equal("https://pypi.example/simple", python.IndexUrl);
        Assert.Equal(["file:///srv/index"], python.ExtraIndexUrls);
        Assert.Equal(Path.Combine(_folder.Path, "wheels"), python.Wheelhouse);
        Assert.Equal(
            new Dictionary<string, string> { ["pip"] = "24.0", ["setuptools"] = "69.5.1", ["wheel"] = "0.43.0" },
            python.Toolchain);
    }

    [Fact]
    public void The_tests_are_read()
    {
        var suite = _folder.ReadGood($$"""
            name: api
            image: python@{{SuiteFolder.Digest}}
            tests:
              - name: imports
                run: python -c "import flask"
              - name: unit.All-of_them
                run: [python, -m, pytest, -n, 2, "", true]
                timeout: 30s
                env: {A: b}
                expect: {exit-code: 5, stdout-matches: "pass(ed)?", stderr-matches: a, stdout-excludes: b, stderr-excludes: c}
            """);

        Assert.Equal(["imports", "unit.All-of_them"], suite.Tests.Select(test => test.Name));
        Assert.Equal(["sh", "-c", "python -c \"import flask\""], suite.Tests[0].Command);
        Assert.Null(suite.Tests[0].Timeout);
        Assert.Equal(new Expectation(), suite.Tests[0].Expect);
        Assert.Equal(new SourcePosition("smoke.yml", 4, 5), suite.Tests[0].Position);
        Assert.Equal(["python", "-m", "pytest", "-n", "2", "", "true"], suite.Tests[1].Command);
        Assert.Equal(TimeSpan.FromSeconds(30), suite.Tests[1].Timeout);
        Assert.Equal(new Dictionary<string, string> { ["A"] = "b" }, suite.Tests[1].Environment);
        Assert.Equal(
            new Expectation { ExitCode = 5, StdoutMatches = "pass(ed)?", StderrMatches = "a", StdoutExcludes = "b", StderrExcludes = "c" },
            suite.Tests[1].Expect);
    }

    [Fact]
    public void What_is_left_out_has_the_contract_s_defaults()
    {
        var suite = _folder.ReadGood(SuiteFolder.Good);

        Assert.Equal((2, "1000:1000", SourceBuildPolicy.Allow), (suite.Runs, suite.User, suite.SourceBuilds));
        Assert.Equal(new SuiteLimits(), suite.Limits);
        Assert.Equal(1L << 30, suite.Limits.MemoryBytes);
        Assert.Equal(new SuiteTimeouts(), suite.Timeouts);
        Assert.Equal(new(Install: true, Test: false), suite.Network);
        Assert.Equal(new(3, TimeSpan.FromSeconds(6), Exponential: true), suite.Retries);
        Assert.Equal(new(_folder.Path, WorkspaceAccess.ReadOnly), suite.Workspace);
        Assert.Equal((BinaryPolicy.Prefer, PythonEnvironment.Venv), (suite.Python.Binary, suite.Python.Environment));
        Assert.Null(suite.Platform);
        Assert.Null(suite.Limits.Cpus);
        Assert.Empty(suite.Python.Requirements);
        Assert.Empty(suite.Vary);
        Assert.Empty(suite.Secrets);
        Assert.False(suite.AllowUnpinned);
    }

    [Theory]
    [InlineData("python: {wheelhouse: wheels}", false)]
    [InlineData("python: {wheelhouse: wheels, index-url: https://h/simple}", true)]
    [InlineData("python: {wheelhouse: wheels}\nnetwork: {install: true}", true)]
    [InlineData("python: {index-url: https://h/simple}\nnetwork: {install: false}", false)]
    public void An_install_from_a_wheelhouse_alone_has_no_network(string yaml, bool network)
    {
        _folder.Write("wheels/x.whl", "");

        Assert.Equal(network, _folder.ReadGood(SuiteFolder.Good + yaml).Network.Install);
    }

    [Theory]
    [InlineData("root", "root")]
    [InlineData("0", "root")]
    [InlineData("0:0", "root")]
    [InlineData("1000", "1000:1000")]
    [InlineData("\"1000\"", "1000:1000")]
    [InlineData("1000:0", "1000:0")]
    [InlineData("0:1000", "0:1000")]
    public void A_user_is_two_numbers_or_root(string written, string user) =>
        Assert.Equal(user, _folder.ReadGood($"{SuiteFolder.Good}user: {written}").User);

    [Fact]
    public void A_suite_may_be_json()
    {
        var suite = _folder.ReadGood($$"""
            {
            	"schema": 1, "name": "api", "image": "python@{{SuiteFolder.Digest}}",
            	"tests": [{"name": "a", "run": ["python", "-V"]}]
            }
            """);

        Assert.Equal("api", suite.Name);
    }

    [Fact]
    public void Values_may_be_shared_by_aliases()
    {
        var suite = _folder.ReadGood($$"""
            name: api
            image: python@{{SuiteFolder.Digest}}
            tests:
              - {name: a, run: x, expect: &expect {stdout-matches: ok} }
              - {name: b, run: y, expect: *expect}
            """);

        Assert.Equal(suite.Tests[0].Expect, suite.Tests[1].Expect);
    }

    [Fact]
    public void Every_key_is_found_by_its_path()
    {
        var positions = _folder.ReadGood($$"""
            name: api
            image: python@{{SuiteFolder.Digest}}
            env:
              A: b
            tests:
              - name: a
                run: [x, y]
            """).Positions;

        Assert.Equal(new("smoke.yml", 1, 1), positions["name"]);
        Assert.Equal(new("smoke.yml", 4, 3), positions["env.A"]);
        Assert.Equal(new("smoke.yml", 6, 5), positions["tests[0]"]);
        Assert.Equal(new("smoke.yml", 7, 5), positions["tests[0].run"]);
        Assert.Equal(new("smoke.yml", 7, 14), positions["tests[0].run[1]"]);
    }

    [Fact]
    public void The_caller_s_runs_outrank_the_file_s()
    {
        Assert.Equal(5, _folder.ReadGood(SuiteFolder.Good + "runs: 1", overrides: new() { Runs = 5 }).Runs);
        Assert.Equal(1, _folder.ReadGood(SuiteFolder.Good + "runs: 1").Runs);
    }

    [Fact]
    public void A_file_below_the_working_directory_is_shown_relative_to_it()
    {
        _folder.Write("services/api/smoke.yml", SuiteFolder.Good);

        var result = SuiteReader.Read("services/api/smoke.yml", new() { WorkingDirectory = _folder.Path });

        Assert.Equal("services/api/smoke.yml", result.Suite!.DisplayFile);
        Assert.Equal(Path.Combine(_folder.Path, "services", "api"), result.Suite.Directory);
    }

    [Fact]
    public void A_file_elsewhere_is_shown_with_its_whole_path()
    {
        var path = _folder.Write("smoke.yml", SuiteFolder.Good);

        var result = SuiteReader.Read(path, new() { WorkingDirectory = Path.Combine(_folder.Path, "other") });

        Assert.Equal(path, result.Suite!.DisplayFile);
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private const string FullSuite = $$"""
        # yaml-language-server: $schema=smoke.schema.json
        schema: 1
        name: api
        image: python:3.11@{{SuiteFolder.Digest}}
        platform: linux/arm/v7
        python:
          executable: python3.11
          requirements: [requirements.txt]
          constraints: [./constraints.txt]
          build-constraints: [wheels/../build-constraints.txt]
          binary: only
          only-binary: [numpy, Flask-Login]
          index-url: ${PIP_INDEX_URL}
          extra-index-urls: ["file:///srv/index"]
          wheelhouse: wheels/
          toolchain: {pip: 24.0, setuptools: "69.5.1", wheel: 0.43.0}
          environment: system
        env: {HF_HUB_OFFLINE: "1", RATIO: 1.10, "ON": true}
        workspace: {path: wheels, access: read-write}
        limits: {memory: 512MiB, cpus: 1.5, pids: 64, disk: 2g, inodes: 1000, shared-memory: 32m, resolver: {rounds: 200, seconds: 30}, output: 1048576, output-abort: 1GB}
        timeouts: {pull: 60s, install: 2m, test: 3m, suite: 1h30m}
        network: {install: false, test: true}
        user: "1001:1002"
        runs: 1
        vary: [time-zone, umask]
        retries: {attempts: 5, delay: 1s, backoff: fixed}
        source-builds: forbid
        tests:
          - {name: a, run: b}
        """;
}
