using Harness.Engines.Tests.Support;
using Harness.Evidence;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Engine;

public sealed class ImageFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_digest_that_the_registry_does_not_have()
    {
        using var registry = new ScriptedRegistry();

        await RunAsync("image-not-found", $"{registry.Host}/lab/tiny@sha256:{new string('0', 64)}");
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_registry_that_sends_another_image()
    {
        using var registry = new ScriptedRegistry { Lies = true };

        await RunAsync("image-digest-mismatch", $"{registry.Host}/lab/tiny@{registry.Digest}");
    }

    [Theory(Timeout = FaultLab.Limit)]
    [InlineData("registry-denied", 401, "UNAUTHORIZED", "authentication required")]
    [InlineData("registry-denied", 403, "DENIED", "requested access to the resource is denied")]
    [InlineData("registry-rate-limited", 429, "TOOMANYREQUESTS", "You have reached your pull rate limit.")]
    public async Task A_registry_that_refuses(string cause, int status, string code, string message)
    {
        using var registry = new ScriptedRegistry();
        registry.Failure = (status, $$"""{"errors":[{"code":"{{code}}","message":"{{message}}"}]}""", 100);

        await RunAsync(cause, $"{registry.Host}/lab/tiny@{registry.Digest}");
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_registry_that_is_not_there()
    {
        var registry = new ScriptedRegistry();
        registry.Dispose();

        await RunAsync("registry-unreachable", $"{registry.Host}/lab/tiny@{registry.Digest}");
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_registry_that_answers_with_a_web_page()
    {
        using var registry = new ScriptedRegistry();
        registry.Failure = (503, "<html>Service Unavailable</html>", 100);

        await RunAsync("registry-unreachable", $"{registry.Host}/lab/tiny@{registry.Digest}");
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_image_for_another_machine()
    {
        using var registry = new ScriptedRegistry("s390x");

        await RunAsync("platform-mismatch", $"{registry.Host}/lab/tiny@{registry.Digest}");
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_image_without_a_single_program()
    {
        using var registry = new ScriptedRegistry();

        await RunAsync("container-start-failed", $"{registry.Host}/lab/tiny@{registry.Digest}");
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_interpreter_that_the_image_does_not_have() => lab.RunAsync(new()
    {
        Cause = "container-start-failed",
        Step = "sanity",
        Subject = "python2.4",
        Remedy = "python2.4",
        Python = "{executable: python2.4}",
    });

    // The engine keeps what it pulled; each of these images is one empty folder.
    private Task<SuiteResult> RunAsync(string cause, string image) =>
        lab.RunAsync(new() { Cause = cause, Step = null, Subject = image, Remedy = image.Split('@')[0].Split('/')[0], Image = _ => image });
}
