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
}
