using Harness.Engines.Cli;

namespace Harness.Engines.Tests.Cli;

/// <summary>What Docker 28.2 (engine 20.10) and Podman 4.3 really print.</summary>
public class CliErrorsTests
{
    [Theory]
    [InlineData(
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n",
        EngineFault.EngineLost,
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?")]
    [InlineData(
        "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get \"http://%2Fvar%2Frun%2Fdocker.sock/v1.50/version\": dial unix /var/run/docker.sock: connect: permission denied\n",
        EngineFault.EnginePermission,
        "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get \"http://%2Fvar%2Frun%2Fdocker.sock/v1.50/version\": dial unix /var/run/docker.sock: connect: permission denied")]
    [InlineData("unexpected EOF\n", EngineFault.EngineLost, "unexpected EOF")]
    [InlineData("Error response from daemon: No such container: absent\n", EngineFault.ContainerRemoved, "No such container: absent")]
    [InlineData(
        "Error response from daemon: Cannot kill container: dup: Container be59 is not running\n",
        EngineFault.RequestFailed,
        "Cannot kill container: dup: Container be59 is not running")]
    [InlineData("Error response from daemon: No such image: nope:1\n", EngineFault.ImageNotFound, "No such image: nope:1")]
    [InlineData(
        "Error response from daemon: image with reference x@sha256:3dc5 was found but does not match the specified platform: wanted linux/arm64, actual: linux/amd64\n",
        EngineFault.PlatformMismatch,
        "image with reference x@sha256:3dc5 was found but does not match the specified platform: wanted linux/arm64, actual: linux/amd64")]
    [InlineData(
        "Error response from daemon: failed to create shim task: OCI runtime create failed: exec: \"nope\": executable file not found in $PATH: unknown\nError: failed to start containers: bad\n",
        EngineFault.RequestFailed,
        "failed to create shim task: OCI runtime create failed: exec: \"nope\": executable file not found in $PATH: unknown")]
    [InlineData(
        "Error: no container with name or ID \"absent\" found: no such container\n",
        EngineFault.ContainerRemoved,
        "no container with name or ID \"absent\" found: no such container")]
    [InlineData("Error: inspecting object: no such container nope\n", EngineFault.ContainerRemoved, "inspecting object: no such container nope")]
    [InlineData("Error: inspecting object: nope:1: image not known\n", EngineFault.ImageNotFound, "inspecting object: nope:1: image not known")]
    [InlineData("Error: statfs /nope: no such file or directory\n", EngineFault.RequestFailed, "statfs /nope: no such file or directory")]
    [InlineData(
        "Cannot connect to Podman. Please verify your connection to the Linux system using `podman system connection list`, or try `podman machine init`\nError: unable to connect to Podman socket: Get \"http://d/v4.3.1/libpod/_ping\": dial unix /nope.sock: connect: no such file or directory\n",
        EngineFault.EngineLost,
        "unable to connect to Podman socket: Get \"http://d/v4.3.1/libpod/_ping\": dial unix /nope.sock: connect: no such file or directory")]
    [InlineData(
        "time=\"2026-11-21T08:36:45Z\" level=warning msg=\"Failed, retrying in 1s ... (1/3). Error: pinging container registry localhost:1\"\nError: initializing source docker://localhost:1/nope:1: connect: connection refused\n",
        EngineFault.RequestFailed,
        "initializing source docker://localhost:1/nope:1: connect: connection refused")]
    [InlineData("", EngineFault.RequestFailed, "The engine's command failed without a word.")]
    public void A_failure_is_named_and_its_words_are_kept_without_what_is_around_them(string printed, EngineFault fault, string words)
    {
        var error = CliErrors.From(printed, EngineFault.RequestFailed);

        Assert.Equal((fault, words), (error.Fault, error.Message));
    }

    [Theory]
    [InlineData("Error response from daemon: Container be59 is not running", true)]
    [InlineData("Cannot connect to the Docker daemon at unix:///nope.sock. Is the docker daemon running?", true)]
    [InlineData("Error: can only create exec sessions on running containers: container state improper", true)]
    [InlineData("Traceback (most recent call last):\nError: x", false)]
    public void The_commands_own_complaints_are_told_from_a_programs(string text, bool expected) =>
        Assert.Equal(expected, CliErrors.IsComplaint(text));
}
