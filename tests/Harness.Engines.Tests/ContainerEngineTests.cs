using System.Text;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests;

/// <summary>What every engine must do; sandboxes rely on nothing else.</summary>
public class ContainerEngineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000), Engines]
    public async Task An_engine_says_what_it_is(EngineKind kind)
    {
        var engine = await TestEngine.RequireAsync(kind);

        await engine.PingAsync(Cancellation);

        Assert.Equal(kind, engine.Info.Kind);
        Assert.StartsWith("linux/", engine.Info.Platform, StringComparison.Ordinal);
        Assert.Contains(engine.Info.CgroupVersion, new[] { "v1", "v2" });
        Assert.Matches(@"^\d+\.\d+", engine.Info.Version);
        Assert.EndsWith(kind == EngineKind.PodmanCli ? "/podman" : TestEngine.RequireAddress(kind), engine.Info.Endpoint, StringComparison.Ordinal);
        Assert.True(engine.Info.MemoryBytes > 0 && engine.Info.CpuCount > 0);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task An_engine_that_can_make_containers_lacks_no_init_program(EngineKind kind)
    {
        var engine = await TestEngine.RequireAsync(kind);

        Assert.Null(await engine.FindMissingInitAsync(Cancellation));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task What_is_gone_can_be_killed_waited_for_and_removed_without_a_failure(EngineKind kind)
    {
        var engine = await TestEngine.RequireAsync(kind);
        const string absent = "harness-test-absent";

        await engine.KillContainerAsync(absent, 9, Cancellation);
        await engine.WaitContainerAsync(absent, Cancellation);
        await engine.DisconnectContainerAsync(absent, Cancellation);

        Assert.Null(await engine.InspectContainerAsync(absent, Cancellation));
        Assert.False(await engine.RemoveContainerAsync(absent, Cancellation));
        Assert.Null(await engine.FindImageAsync("harness-test/absent:1", Cancellation));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_container_that_ends_by_itself_leaves_its_state_and_its_words(EngineKind kind)
    {
        var (engine, image) = await TestEngine.RequireImageAsync(kind);
        var label = Guid.NewGuid().ToString("N");
        var id = await engine.CreateContainerAsync(Spec(image, label, "echo out; echo err >&2; exit 3"), Cancellation);
        try
        {
            Assert.Equal("created", (await engine.InspectContainerAsync(id, Cancellation))?.Status);
            await engine.StartContainerAsync(id, Cancellation);
            await engine.WaitContainerAsync(id, Cancellation);

            var state = await engine.InspectContainerAsync(id, Cancellation);
            var words = new Words();
            await engine.ReadLogsAsync(id, words, Cancellation);
            var listed = await engine.ListContainersAsync(new Dictionary<string, string> { ["harness.test"] = label }, Cancellation);

            Assert.Equal(("exited", false, 3), (state!.Status, state.Running, state.ExitCode));
            Assert.NotEqual(true, state.OomKilled);
            Assert.NotNull(state.StartedAt);
            Assert.NotNull(state.FinishedAt);
            Assert.Null(state.Pid);
            Assert.Equal(("out\n", "err\n"), (words.Output.ToString(), words.Error.ToString()));
            Assert.Equal((id, $"harness-test-{label}", "exited"), (listed.Single().Id, listed.Single().Name, listed.Single().Status));
        }
        finally
        {
            Assert.True(await engine.RemoveContainerAsync(id, CancellationToken.None));
        }
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Two_who_remove_the_same_container_both_find_it_gone(EngineKind kind)
    {
        var (engine, image) = await TestEngine.RequireImageAsync(kind);
        var id = await engine.CreateContainerAsync(Spec(image, Guid.NewGuid().ToString("N"), "sleep 1000"), Cancellation);
        await engine.StartContainerAsync(id, Cancellation);

        var removed = await Task.WhenAll(engine.RemoveContainerAsync(id, Cancellation), engine.RemoveContainerAsync(id, Cancellation));

        Assert.Contains(true, removed);
        Assert.Null(await engine.InspectContainerAsync(id, Cancellation));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Variables_reach_a_process_as_they_are_and_steer_nothing_on_the_way(EngineKind kind)
    {
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = "/nowhere",
            ["PATH"] = "/usr/bin:/bin:/nowhere",
            ["DOCKER_HOST"] = "unix:///nowhere.sock",
            ["CONTAINERS_CONF"] = "/nowhere.conf",
            ["EMPTY"] = "",
            ["LINES"] = "one\ntwo\r\n",
            ["ODD"] = " \"quoted\" 'twice' `thrice` $HOME #not \\ größer = ",
            ["LONG"] = new string('x', 100_000),
        };
        var (engine, image) = await TestEngine.RequireImageAsync(kind);
        var id = await engine.CreateContainerAsync(
            Spec(image, Guid.NewGuid().ToString("N"), "sleep 1000") with { Environment = new Dictionary<string, string> { ["SHARED"] = "a \"b\"" } },
            Cancellation);
        try
        {
            await engine.StartContainerAsync(id, Cancellation);
            var words = new Words();

            var exit = await engine.ExecAsync(id, new ExecSpec(["env", "-0"], "1000:1000", "/", environment), words, Cancellation);

            var found = words.Output.ToString().Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => Encoding.UTF8.GetString(Bytes.Of(pair[1])));
            Assert.Equal(0, exit.ExitCode);
            Assert.All(environment.Append(new("SHARED", "a \"b\"")), pair => Assert.Equal(pair.Value, found[pair.Key]));
        }
        finally
        {
            await engine.RemoveContainerAsync(id, CancellationToken.None);
        }
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Who_stops_listening_leaves_the_process_running(EngineKind kind)
    {
        var (engine, image) = await TestEngine.RequireImageAsync(kind);
        var id = await engine.CreateContainerAsync(Spec(image, Guid.NewGuid().ToString("N"), "sleep 1000"), Cancellation);
        try
        {
            await engine.StartContainerAsync(id, Cancellation);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

            var listening = RunAsync("echo begun; sleep 1.5; touch /tmp/done", new Hears(enough.Cancel), enough.Token);

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
            var exit = await RunAsync("until [ -e /tmp/done ]; do sleep 0.1; done", new Words(), Cancellation);
            Assert.Equal(0, exit.ExitCode);
        }
        finally
        {
            await engine.RemoveContainerAsync(id, CancellationToken.None);
        }

        Task<ExecExit> RunAsync(string script, IOutputSink output, CancellationToken cancellationToken) => engine.ExecAsync(
            id, new ExecSpec(["sh", "-c", script], "1000:1000", "/", new Dictionary<string, string>()), output, cancellationToken);
    }

    private static ContainerSpec Spec(ImageInfo image, string label, string script) => new()
    {
        Name = $"harness-test-{label}",
        Image = image.Id,
        Command = ["sh", "-c", script],
        User = "1000:1000",
        Labels = new Dictionary<string, string> { ["harness.test"] = label },
        Limits = new ContainerLimits(64 * SandboxBed.MiB, 1, 16, SandboxBed.MiB, 100, SandboxBed.MiB),
    };

    private sealed class Words : IOutputSink
    {
        public StringBuilder Output { get; } = new();

        public StringBuilder Error { get; } = new();

        public void Write(OutputStream stream, ReadOnlySpan<byte> bytes) =>
            (stream == OutputStream.StandardOutput ? Output : Error).Append(Encoding.Latin1.GetString(bytes));
    }

    private sealed class Hears(Action something) : IOutputSink
    {
        public void Write(OutputStream stream, ReadOnlySpan<byte> bytes) => something();
    }
}
