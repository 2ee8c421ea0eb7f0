using Harness.Engines.Images;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Images;

/// <summary>The real engine pulls from a registry on this machine that does what the test needs.</summary>
public class ImageStoreTests
{
    private const string Unknown = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000), Engines]
    public async Task All_who_want_an_image_at_a_time_share_one_pull(EngineKind kind)
    {
        var engine = await TestEngine.RequireAsync(kind);
        using var registry = new ScriptedRegistry();
        var steps = 0;
        var store = new ImageStore(engine, new() { Progress = (_, _) => Interlocked.Increment(ref steps) }, TimeProvider.System);
        var pinned = Reference($"{registry.Host}/app:1@{registry.Digest}");
        try
        {
            var images = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.EnsureAsync(pinned, null, Cancellation)));
            await store.EnsureAsync(pinned, null, Cancellation);

            Assert.Single(images.Distinct());
            Assert.Contains($"{registry.Host}/app@{registry.Digest}", images[0].RepoDigests);
            Assert.Equal("linux/amd64", images[0].Platform);
            Assert.Equal(1, registry.ManifestRequests);
            Assert.True(steps > 0);
        }
        finally
        {
            await EngineImages.RemoveAsync(kind, pinned);
        }
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task An_image_that_is_there_is_not_pulled(EngineKind kind)
    {
        var (engine, _) = await TestEngine.RequireImageAsync(kind);

        var image = await new ImageStore(engine, new() { Offline = true }, TimeProvider.System)
            .EnsureAsync(TestEngine.ImageReference, null, Cancellation);

        Assert.Contains(TestEngine.ImageReference.ByDigest, image.RepoDigests);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_tag_is_resolved_to_the_digest_to_pin(EngineKind kind)
    {
        var engine = await TestEngine.RequireAsync(kind);
        using var registry = new ScriptedRegistry();
        var unpinned = Reference($"{registry.Host}/app:1");
        try
        {
            var resolved = await new ImageStore(engine, new(), TimeProvider.System).ResolveAsync(unpinned, null, Cancellation);

            Assert.Equal($"{registry.Host}/app:1@{registry.Digest}", resolved?.ToString());
        }
        finally
        {
            await EngineImages.RemoveAsync(kind, unpinned);
        }
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_digest_the_registry_does_not_have_is_not_found(EngineKind kind)
    {
        using var registry = new ScriptedRegistry();

        var error = await FailAsync(kind, $"{registry.Host}/app@{Unknown}");

        Assert.Equal(EngineFault.ImageNotFound, error.Fault);
        Assert.Contains("manifest unknown", error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Another_manifest_than_the_one_that_was_pinned_is_refused(EngineKind kind)
    {
        using var registry = new ScriptedRegistry { Lies = true };

        Assert.Equal(EngineFault.ImageDigestMismatch, (await FailAsync(kind, $"{registry.Host}/app@{registry.Digest}")).Fault);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task An_image_for_another_platform_is_refused_before_anything_runs(EngineKind kind)
    {
        await TestEngine.RequireAsync(kind);
        using var registry = new ScriptedRegistry("s390x");
        var pinned = $"{registry.Host}/app@{registry.Digest}";
        try
        {
            var error = await FailAsync(kind, pinned);

            Assert.Equal(EngineFault.PlatformMismatch, error.Fault);
            Assert.Equal($"{pinned} is for linux/s390x, not for linux/amd64.", error.Message);
        }
        finally
        {
            await EngineImages.RemoveAsync(kind, Reference(pinned));
        }
    }

    // Told to come back later, Podman does so itself, for minutes; and it compares digests before it reads.
    [Theory(Timeout = 60_000)]
    [Engines(401, """{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}""", EngineFault.RegistryDenied, 1)]
    [Engines(403, """{"errors":[{"code":"DENIED","message":"requested access is denied"}]}""", EngineFault.RegistryDenied, 1)]
    [Engines(429, """{"errors":[{"code":"TOOMANYREQUESTS","message":"pull rate limit"}]}""", EngineFault.RegistryRateLimited, 3,
        Only = [EngineKind.Docker, EngineKind.DockerCli])]
    [Engines(503, "", EngineFault.RegistryUnreachable, 3)]
    [Engines(200, "<html>Please log in</html>", EngineFault.RegistryUnreachable, 1,
        Only = [EngineKind.Docker, EngineKind.DockerCli])]
    [Engines(200, "<html>Please log in</html>", EngineFault.ImageDigestMismatch, 1,
        Only = [EngineKind.Podman, EngineKind.PodmanCli])]
    public async Task A_registrys_failure_is_named_and_tried_again_only_where_that_may_help(
        EngineKind kind, int status, string body, EngineFault fault, int attempts)
    {
        using var registry = new ScriptedRegistry { Failure = (status, body, int.MaxValue) };
        var retries = new List<EngineFault>();
        var time = new InstantTime();

        var error = await FailAsync(kind, $"{registry.Host}/app@{registry.Digest}", new() { Retrying = (_, e) => retries.Add(e.Fault) }, time);

        Assert.Equal(fault, error.Fault);
        Assert.Equal(Enumerable.Repeat(fault, attempts - 1), retries);
        Assert.Equal(new[] { 2, 4 }.Take(attempts - 1).Select(seconds => TimeSpan.FromSeconds(seconds)), time.Pauses);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_failure_that_passes_is_overcome()
    {
        var engine = await TestEngine.RequireAsync();
        using var registry = new ScriptedRegistry { Failure = (503, "", 1) };
        var pinned = Reference($"{registry.Host}/app@{registry.Digest}");
        try
        {
            var image = await new ImageStore(engine, new(), new InstantTime()).EnsureAsync(pinned, null, Cancellation);

            Assert.Contains(pinned.ByDigest, image.RepoDigests);
        }
        finally
        {
            await EngineImages.RemoveAsync(EngineKind.Docker, pinned);
        }
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_registry_that_nobody_runs_is_unreachable(EngineKind kind)
    {
        string host;
        using (var registry = new ScriptedRegistry())
            host = registry.Host;

        var error = await FailAsync(kind, $"{host}/app@{Unknown}", new() { Attempts = 1 });

        Assert.Equal(EngineFault.RegistryUnreachable, error.Fault);
        Assert.Contains("connection refused", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Offline_nothing_is_pulled_and_the_remedy_is_named()
    {
        using var registry = new ScriptedRegistry();
        var pinned = $"{registry.Host}/app@{registry.Digest}";

        var error = await FailAsync(EngineKind.Docker, pinned, new() { Offline = true });

        Assert.Equal(EngineFault.ImageNotFound, error.Fault);
        Assert.Equal(
            $"The engine does not have {pinned}, and pulling is switched off. Pull it before: docker pull {pinned}", error.Message);
        Assert.Equal($"The engine does not have {pinned}, and pulling is switched off.", error.Fact);
        Assert.Equal(0, registry.ManifestRequests);
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_cancels_does_not_take_the_pull_away_from_the_others()
    {
        var engine = await TestEngine.RequireAsync();
        using var registry = new ScriptedRegistry { Failure = (503, "", 1) };
        var store = new ImageStore(engine, new() { Delay = TimeSpan.FromSeconds(1) }, TimeProvider.System);
        var pinned = Reference($"{registry.Host}/app@{registry.Digest}");
        using var cancel = new CancellationTokenSource();
        try
        {
            var impatient = store.EnsureAsync(pinned, null, cancel.Token);
            var patient = store.EnsureAsync(pinned, null, Cancellation);
            await cancel.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
            Assert.Contains(pinned.ByDigest, (await patient).RepoDigests);
        }
        finally
        {
            await EngineImages.RemoveAsync(EngineKind.Docker, pinned);
        }
    }

    private static ImageReference Reference(string text)
    {
        Assert.True(ImageReference.TryParse(text, out var reference, out var error), error);
        return reference;
    }

    private static async Task<EngineException> FailAsync(
        EngineKind kind, string reference, ImageStoreOptions? options = null, TimeProvider? time = null)
    {
        var engine = await TestEngine.RequireAsync(kind);
        var store = new ImageStore(engine, options ?? new(), time ?? TimeProvider.System);
        return await Assert.ThrowsAsync<EngineException>(() => store.EnsureAsync(Reference(reference), "linux/amd64", Cancellation));
    }
}
