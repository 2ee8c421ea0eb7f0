using Harness.Engines.Cli;

namespace Harness.Engines.Tests.Cli;

/// <summary>Recorded answers of <c>version</c> and <c>info</c>, shortened.</summary>
public class CliSystemTests
{
    private const string DockerInfo =
        """
        {"Driver":"overlay2","SystemTime":"2026-11-21T08:32:23.519480357Z","CgroupVersion":"1","KernelVersion":"0.0.1-elsewhere",
        "OSType":"linux","Architecture":"x86_64","NCPU":2,"MemTotal":25274793984,"ServerVersion":"20.10.24+dfsg1",
        "DockerRootDir":"/data","MemoryLimit":true,"SwapLimit":false,"CpuCfsQuota":true,"PidsLimit":true,
        "SecurityOptions":["name=seccomp,profile=default","name=rootless"],"Warnings":["WARNING: No swap limit support"]}
        """;

    [Fact]
    public void Docker_says_what_it_is_and_what_time_it_has()
    {
        var server = CliJson.Parse("""{"Components":[{"Name":"Engine"}],"Version":"20.10.24+dfsg1","ApiVersion":"1.41","MinAPIVersion":"1.12","Os":"linux","Arch":"amd64"}""");

        var (info, now) = DockerCliSystem.Describe(server, CliJson.Parse(DockerInfo), "unix:///var/run/docker.sock");

        Assert.Equal(["WARNING: No swap limit support"], info.Warnings);
        Assert.Equal(
            new EngineInfo(
                EngineKind.DockerCli, "20.10.24+dfsg1", "unix:///var/run/docker.sock", "linux", "amd64", "0.0.1-elsewhere", "v1", true,
                "overlay2", 2, 25274793984, IsLocal: false)
            {
                Capabilities = info.Capabilities,
                Warnings = info.Warnings,
                StorageFolder = "/data",
                Clock = new DateTimeOffset(2026, 11, 21, 8, 32, 23, TimeSpan.Zero).AddTicks(5_194_804),
                Controllers = info.Controllers,
            },
            info);
        Assert.Equal(["memory", "cpu", "pids"], info.Controllers);
        Assert.Equal("2026-11-21T08:32:23.519480357Z", now);
    }

    [Fact]
    public void Docker_that_is_too_old_is_refused()
    {
        var server = CliJson.Parse("""{"Version":"19.03.1","ApiVersion":"1.40","MinAPIVersion":"1.12"}""");

        var error = Assert.Throws<EngineException>(() => DockerCliSystem.Describe(server, CliJson.Parse(DockerInfo), ""));

        Assert.Equal(EngineFault.EngineNotFound, error.Fault);
        Assert.Contains("1.41 (Docker 20.10", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Podmans_API_behind_the_docker_command_is_no_Docker()
    {
        var server = CliJson.Parse("""{"Components":[{"Name":"Podman Engine","Version":"4.3.1"}],"Version":"4.3.1","ApiVersion":"1.41"}""");

        var error = Assert.Throws<EngineException>(
            () => DockerCliSystem.Describe(server, CliJson.Parse(DockerInfo), "tcp://user:secret@127.0.0.1:8080"));

        Assert.Equal(
            (EngineFault.EngineNotFound, "it leads to Podman at tcp://127.0.0.1:8080; 'podman' takes that, and so does 'auto'"),
            (error.Fault, error.Message));
    }

    [Fact]
    public void Podman_says_what_it_is()
    {
        var answer = CliJson.Parse(
            """
            {"host":{"arch":"amd64","cgroupVersion":"v2","cpus":2,"kernel":"0.0.1-elsewhere","memTotal":25274793984,"os":"linux",
            "serviceIsRemote":false,"security":{"rootless":true}},"store":{"graphDriverName":"overlay"},"version":{"Version":"4.3.1"}}
            """);

        var info = PodmanCliSystem.Describe("/usr/bin/podman", answer);

        Assert.Equal(
            new EngineInfo(
                EngineKind.PodmanCli, "4.3.1", "/usr/bin/podman", "linux", "amd64", "0.0.1-elsewhere", "v2", true, "overlay", 2,
                25274793984, IsLocal: false)
            { Capabilities = info.Capabilities, Warnings = info.Warnings },
            info);
        Assert.False(info.Capabilities.ExecEvents);
    }

    [Fact]
    public void A_podman_command_of_a_Podman_elsewhere_is_refused() => Assert.Equal(
        "it leads to a Podman elsewhere, and takes a broken connection for success; 'podman' speaks to that Podman itself",
        Assert.Throws<EngineException>(() => PodmanCliSystem.Describe(
            "podman", CliJson.Parse("""{"host":{"serviceIsRemote":true},"version":{"Version":"5.2.0"}}"""))).Message);

    [Theory]
    [InlineData("3.4.4")]
    [InlineData("3.4.4-rhel")]
    public void Podman_that_is_too_old_is_refused(string version) => Assert.Equal(
        $"it is Podman {version}; 4.0 is the oldest that will do",
        Assert.Throws<EngineException>(
            () => PodmanCliSystem.Describe("podman", CliJson.Parse($$$"""{"version":{"Version":"{{{version}}}"}}"""))).Message);
}
