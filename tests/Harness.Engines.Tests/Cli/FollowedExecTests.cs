using Harness.Engines.Cli;

namespace Harness.Engines.Tests.Cli;

public class FollowedExecTests
{
    [Fact]
    public void An_exec_is_recognised_by_its_container_and_its_command_line_once()
    {
        var heard = new List<string>();
        var exec = new FollowedExec("c1", ["sh", "-c", "echo a\n"], heard.Add);

        Assert.False(exec.TryBegin("c2", "sh -c echo a", "e1"));
        Assert.False(exec.TryBegin("c1", "sh -c echo b", "e2"));
        Assert.True(exec.TryBegin("c1", "sh -c echo a", "e3"));
        Assert.False(exec.TryBegin("c1", "sh -c echo a", "e4"));

        Assert.Equal("e3", exec.Id);
        Assert.Equal(["e3"], heard);
    }
}
