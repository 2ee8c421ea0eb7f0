using System.Text;
using Docker.DotNet.Models;
using Harness.Engines.Docker;
using Harness.Engines.Podman;

namespace Harness.Engines.Tests.Podman;

public class PodmanExecsTests
{
    private const string Complaint =
        "Error: runc: exec failed: unable to start container process: exec: \"/etc/passwd\": permission denied: OCI permission denied\n"
        + "Error: read unixpacket @->/proc/self/fd/14/attach: read: connection reset by peer\n";

    [Fact]
    public void The_runtimes_complaint_means_that_nothing_started() => Assert.Equal(
        new ExecExit(
            null, true, "runc: exec failed: unable to start container process: exec: \"/etc/passwd\": permission denied: OCI permission denied"),
        Judge(126, "", Complaint));

    [Theory]
    [InlineData(126, "", "sh: 1: /etc/passwd: Permission denied\n")]
    [InlineData(127, "", "Error: no such thing\n")]
    [InlineData(126, "seen\n", Complaint)]
    [InlineData(0, "", Complaint)]
    public void Whatever_else_it_prints_a_program_has_run(int code, string output, string error) =>
        Assert.Equal(new ExecExit(code, true), Judge(code, output, error));

    [Fact]
    public void An_exec_that_is_gone_has_no_code() => Assert.Equal(new ExecExit(null, true), Judge(null, "", ""));

    private static ExecExit Judge(int? code, string output, string error)
    {
        var words = new FirstWords(new Nowhere());
        words.Write(OutputStream.StandardOutput, Encoding.UTF8.GetBytes(output));
        words.Write(OutputStream.StandardError, Encoding.UTF8.GetBytes(error));
        var answer = code is { } known ? new ContainerExecInspectResponse { ExitCode = known } : null;
        return PodmanExecs.Judge(new ExecEnd(answer, StreamClosed: true, words));
    }

    private sealed class Nowhere : IOutputSink
    {
        public void Write(OutputStream stream, ReadOnlySpan<byte> bytes)
        {
        }
    }
}
