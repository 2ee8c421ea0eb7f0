using Harness.Engines.Cli;

namespace Harness.Engines.Tests.Cli;

public class CreateArgumentsTests
{
    private static readonly ContainerSpec Spec = new()
    {
        Name = "harness-1",
        Image = "sha256:1",
        Platform = "linux/amd64",
        Command = ["sleep", "1", "a b"],
        User = "65534:65534",
        Hostname = "box",
        Environment = new Dictionary<string, string> { ["TOKEN"] = "secret" },
        Labels = new Dictionary<string, string> { ["harness"] = "harness", ["harness.suite"] = "a=b,c" },
        Limits = new ContainerLimits(64 << 20, 0.5, 32, 16 << 20, 1000, 8 << 20),
        Mounts = [new BindMount("/src, with \"quotes\"", "/workspace", ReadOnly: true), new BindMount("/out", "/out", ReadOnly: false)],
    };

    [Fact]
    public void Docker_is_asked_for_a_closed_container() => Assert.Equal(
        [
            "create", "--pull", "never", "--name", "harness-1", "--init", "--entrypoint", "sleep", "--user", "65534:65534",
            "--workdir", "/", "--no-healthcheck", "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--ipc", "private",
            "--network", "none", "--oom-score-adj", "800", "--ulimit", "nofile=4096:4096", "--ulimit", "core=0:0", "--read-only",
            "--hostname", "box", "--platform", "linux/amd64", "--memory", "67108864", "--memory-swap", "67108864",
            "--pids-limit", "32", "--shm-size", "8388608", "--cpus", "0.5",
            "--label", "harness=harness", "--label", "harness.suite=a=b,c", "--env-file", "/dev/stdin",
            "--tmpfs", "/tmp:rw,exec,nosuid,nodev,size=16777216,nr_inodes=1000,mode=1777",
            "--log-driver", "json-file", "--log-opt", "max-size=1m", "--log-opt", "max-file=1",
            "--mount", "type=bind,\"source=/src, with \"\"quotes\"\"\",\"target=/workspace\",readonly",
            "--mount", "type=bind,\"source=/out\",\"target=/out\"",
            "sha256:1", "1", "a b",
        ],
        new DockerCreateArguments().From(Spec).Arguments);

    [Fact]
    public void Podman_is_asked_for_the_same_in_its_own_words()
    {
        var docker = new DockerCreateArguments().From(Spec).Arguments;

        var podman = new PodmanCreateArguments(rootless: false).From(Spec).Arguments;

        Assert.Equal(
            [
                .. docker.TakeWhile(argument => argument != "--tmpfs"),
                "--mount", "type=tmpfs,destination=/tmp,\"tmpfs-size=16777216,nr_inodes=1000\",tmpfs-mode=1777,exec,notmpcopyup",
                "--read-only-tmpfs=false", "--http-proxy=false", "--log-driver", "k8s-file", "--log-opt", "max-size=1mb",
                "--ulimit", "nproc=32768:32768",
                .. docker.SkipWhile(argument => argument != "--mount"),
            ],
            podman);
    }

    [Fact]
    public void Without_root_Podman_is_not_asked_for_more_processes_than_its_user_has() =>
        Assert.DoesNotContain("nproc=32768:32768", new PodmanCreateArguments(rootless: true).From(Spec).Arguments);

    [Fact]
    public void Short_names_mean_on_Podman_what_they_mean_on_Docker() => Assert.Contains(
        "docker.io/library/python:3.11", new PodmanCreateArguments(rootless: true).From(Spec with { Image = "python:3.11" }).Arguments);

    [Fact]
    public void Values_of_variables_are_no_arguments()
    {
        var call = new DockerCreateArguments().From(Spec);

        Assert.DoesNotContain(call.Arguments, argument => argument.Contains("secret", StringComparison.Ordinal));
        Assert.Equal("TOKEN=secret\n", call.Input);
    }

    [Fact]
    public void A_network_and_a_writable_root_are_given_only_when_asked_for()
    {
        var arguments = new DockerCreateArguments().From(Spec with { Network = true, WritableRoot = true }).Arguments;

        Assert.Equal("bridge", arguments[arguments.ToList().IndexOf("--network") + 1]);
        Assert.DoesNotContain("--read-only", arguments);
    }
}
