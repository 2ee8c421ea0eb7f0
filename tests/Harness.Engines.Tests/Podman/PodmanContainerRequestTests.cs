using System.Text.Json.Nodes;
using Harness.Engines.Podman;

namespace Harness.Engines.Tests.Podman;

public class PodmanContainerRequestTests
{
    private static readonly EngineInfo Engine =
        new(EngineKind.Podman, "4.3.1", "unix:///podman.sock", "linux", "amd64", null, "v1", Rootless: false, "overlay", 2, 1L << 30, true);

    private static readonly ContainerSpec Spec = new()
    {
        Name = "harness-1",
        Image = "sha256:1",
        Command = ["sleep", "1"],
        User = "65534:65534",
        Limits = new ContainerLimits(64 << 20, 0.5, 32, 16 << 20, 1000, 8 << 20),
        Mounts = [new BindMount("/src", "/workspace", ReadOnly: true)],
        Labels = new Dictionary<string, string> { ["key"] = "value" },
    };

    [Fact]
    public void A_container_is_closed_up_whatever_its_image_says()
    {
        var request = PodmanContainerRequest.From(Spec, Engine);

        Assert.Equal("""["sleep","1"]""", request["entrypoint"]!.ToJsonString());
        Assert.Equal("[]", request["command"]!.ToJsonString());
        Assert.Equal("""{"Test":["NONE"]}""", request["healthconfig"]!.ToJsonString());
        Assert.Equal("""["all"]""", request["cap_drop"]!.ToJsonString());
        Assert.All(["no_new_privileges", "read_only_filesystem", "init"], name => Assert.True((bool)request[name]!));
        Assert.False((bool)request["remove"]!);
        Assert.Equal("private", (string?)request["ipcns"]!["nsmode"]);
        Assert.Equal("none", (string?)request["netns"]!["nsmode"]);
        Assert.Equal("""{"key":"value"}""", request["labels"]!.ToJsonString());
    }

    [Fact]
    public void Limits_are_passed_in_the_engines_units_and_swap_is_off()
    {
        var request = PodmanContainerRequest.From(Spec, Engine);

        Assert.Equal(
            """{"memory":{"limit":67108864,"swap":67108864},"pids":{"limit":32},"cpu":{"quota":50000,"period":100000}}""",
            request["resource_limits"]!.ToJsonString());
        Assert.Equal(8 << 20, (long)request["shm_size"]!);
        Assert.Equal(
            ["rw", "exec", "nosuid", "nodev", "notmpcopyup", "size=16777216,nr_inodes=1000", "mode=1777"], Options(request, "/tmp"));
    }

    [Fact]
    public void Folders_are_bound_and_read_only_where_asked() => Assert.Equal(["rbind", "ro"], Options(PodmanContainerRequest.From(Spec, Engine), "/workspace"));

    [Theory]
    [InlineData(false, "nofile core nproc")]
    [InlineData(true, "nofile core")]
    public void Without_root_the_number_of_processes_is_what_the_user_may_have(bool rootless, string expected)
    {
        var ulimits = PodmanContainerRequest.From(Spec, Engine with { Rootless = rootless })["r_limits"]!.AsArray();

        Assert.Equal(expected, string.Join(' ', ulimits.Select(ulimit => (string?)ulimit!["type"])));
    }

    [Theory]
    [InlineData("python:3.11", "docker.io/library/python:3.11")]
    [InlineData("acme/app", "docker.io/acme/app:latest")]
    [InlineData("localhost:5000/app:1", "localhost:5000/app:1")]
    [InlineData("sha256:1", "sha256:1")]
    public void A_short_name_means_what_it_means_on_Docker(string name, string expected) =>
        Assert.Equal(expected, (string?)PodmanContainerRequest.From(Spec with { Image = name }, Engine)["image"]);

    private static IEnumerable<string?> Options(JsonObject request, string target) => request["mounts"]!.AsArray()
        .Single(mount => (string?)mount!["destination"] == target)!["options"]!.AsArray()
        .Select(option => (string?)option);
}
