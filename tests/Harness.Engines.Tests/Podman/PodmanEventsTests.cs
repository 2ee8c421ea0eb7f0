using Harness.Engines.Podman;

namespace Harness.Engines.Tests.Podman;

/// <summary>Recorded lines of Podman 4.3's event stream, shortened.</summary>
public class PodmanEventsTests
{
    [Theory]
    [InlineData("create", "create", null)]
    [InlineData("exec", "exec_start", null)]
    [InlineData("exec_died", "exec_die", 7)]
    [InlineData("died", "die", 7)]
    [InlineData("stop", "kill", null)]
    [InlineData("die", "die", 7)]
    [InlineData("kill", "kill", null)]
    [InlineData("remove", "destroy", null)]
    public void Events_have_Dockers_names_and_an_exit_code_where_it_means_something(string action, string expected, int? code)
    {
        var line = """{"status":"ACTION","Type":"container","Action":"ACTION","Actor":{"ID":"92be","Attributes":{"containerExitCode":"7","name":"t4","podId":""}},"timeNano":1795247352572903184}"""
            .Replace("ACTION", action, StringComparison.Ordinal);

        Assert.Equal(
            new EngineEvent(DateTimeOffset.UnixEpoch.AddTicks(17952473525729031), expected, "92be", ExitCode: code), PodmanEvents.Parse(line));
    }

    [Fact]
    public void Events_of_the_last_minute_are_repeated_by_the_engines_own_clock()
    {
        Assert.Equal(1795247306 - 60, PodmanEvents.Since("2026-11-21T07:48:26.015082096Z"));
        Assert.Equal(1, PodmanEvents.Since(null));
    }
}
