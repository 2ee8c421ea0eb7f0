using Harness.Engines.Cli;
using Harness.Engines.Processes;
using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Cli;

/// <summary>What only a command line can get wrong; what every engine must do is tested for all of them.</summary>
public class CliEngineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000), Engines(Only = [EngineKind.DockerCli, EngineKind.PodmanCli])]
    public async Task Values_of_variables_are_in_no_command_line_of_this_machine(EngineKind kind)
    {
        var secret = $"secret-{Guid.NewGuid():N}";
        await using var bed = await SandboxBed.StartAsync(
            kind, spec => spec with { Environment = new Dictionary<string, string> { ["SHARED"] = secret } });
        var command = bed.Shell("echo $TOKEN; sleep 0.5") with { Environment = new Dictionary<string, string> { ["TOKEN"] = secret } };
        IReadOnlyList<string> seen = [];

        var result = await bed.RunDuringAsync(command, () => Task.FromResult(seen = CommandLines()));

        Assert.Equal(secret + "\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Contains(seen, line => line.Contains(bed.Sandbox.ContainerId, StringComparison.Ordinal));
        Assert.DoesNotContain(seen, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Theory(Timeout = 60_000), Engines(Only = [EngineKind.DockerCli, EngineKind.PodmanCli])]
    public async Task Nothing_that_was_started_outlives_its_engine(EngineKind kind)
    {
        var (_, image) = await TestEngine.RequireImageAsync(kind);
        var mark = $"HARNESS_TEST_{Guid.NewGuid():N}";
        var environment = TestEngine.Variables(kind);
        environment[mark] = "1";
        await using (var engine = await CliEngine.ConnectAsync(kind == EngineKind.PodmanCli ? "podman" : "docker", environment, Cancellation))
        await using (var bed = await SandboxBed.StartAsync(engine, image))
        {
            await bed.RunAsync(bed.Shell("sleep 1000") with { Timeout = TimeSpan.FromSeconds(0.5) });
            Assert.NotEmpty(Marked(mark));
        }

        Assert.Empty(Marked(mark));
    }

    [Theory(Timeout = 60_000), Engines(Only = [EngineKind.DockerCli, EngineKind.PodmanCli])]
    public async Task A_program_that_prints_what_the_engine_would_print_was_started_all_the_same(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var docker = await bed.RunAsync(bed.Shell("echo 'OCI runtime exec failed: exec failed: no such file'; exit 126"));
        var podman = await bed.RunAsync(bed.Shell("echo 'Error: runc: exec failed: OCI permission denied' >&2; exit 126"));

        Assert.Equal(new Termination(TerminationReason.Exited, 126), docker.Termination);
        Assert.Equal(new Termination(TerminationReason.Exited, 126), podman.Termination);
    }

    // As Podman does now and then: it complains of the container instead of telling the code of its command. This one always does.
    [Theory(Timeout = 60_000)]
    [InlineData("echo begun; ")]
    [InlineData("")]
    public async Task A_command_whose_container_is_removed_was_started_whatever_podman_says(string first)
    {
        var (_, image) = await TestEngine.RequireImageAsync(EngineKind.PodmanCli);
        var variables = TestEngine.Variables(EngineKind.PodmanCli);
        using var folder = new TemporaryFolder();
        var podman = SearchPath.Find("podman", variables);
        folder.WriteScript("podman",
            $"#!/bin/sh\n[ \"$1\" = exec ] || exec {podman} \"$@\"\n{podman} \"$@\" 2> /dev/null && exit\n"
            + "echo 'Error: can only create exec sessions on running containers: container state improper' >&2\nexit 255\n");
        await using var engine = await CliEngine.ConnectAsync(folder["podman"], variables, Cancellation);
        await using var bed = await SandboxBed.StartAsync(engine, image);
        var sleep = $"sleep {Random.Shared.Next(10_000, 1_000_000)}";

        var running = bed.RunAsync(bed.Shell($"{first}{sleep}; true"));
        while (!CommandLines().Any(line => line.Trim() == sleep))
            await Task.Delay(20, Cancellation);
        await engine.RemoveContainerAsync(bed.Sandbox.ContainerId, Cancellation);
        var result = await running;

        Assert.Equal(TerminationReason.Lost, result.Termination.Reason);
        Assert.Equal(EngineFault.ContainerRemoved, result.Fault);
    }

    private static IReadOnlyList<string> CommandLines() => [.. Processes().Select(process => Read($"{process}/cmdline").Replace('\0', ' '))];

    // Podman's own helpers have an environment of their own, and end with the container.
    private static IReadOnlyList<string> Marked(string mark) =>
        [.. Processes().Where(process => Read($"{process}/environ").Contains(mark, StringComparison.Ordinal)).Select(process => Read($"{process}/cmdline"))];

    private static IEnumerable<string> Processes() =>
        Directory.EnumerateDirectories("/proc").Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit));

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // It has ended since.
        }
    }
}
