using Harness.Engines.Docker;

namespace Harness.Engines.Tests.Docker;

/// <summary>Recorded lines of the event stream, shortened.</summary>
public class DockerEventParserTests
{
    [Fact]
    public void An_exec_event_loses_its_command_line_and_keeps_its_id() => Assert.Equal(
        new EngineEvent(At(1795234689590238200), "exec_create", "2c64", ExecId: "3364"),
        DockerEventParser.Parse("""{"status":"exec_create: sh -c echo secret","id":"2c64","Type":"container","Action":"exec_create: sh -c echo secret","Actor":{"ID":"2c64","Attributes":{"execID":"3364","name":"t2"}},"time":1795234689,"timeNano":1795234689590238200}"""));

    [Fact]
    public void The_end_of_an_exec_has_its_exit_code() => Assert.Equal(
        new EngineEvent(At(1795234689590238200), "exec_die", "2c64", ExitCode: 137, ExecId: "3364"),
        DockerEventParser.Parse("""{"Type":"container","Action":"exec_die","Actor":{"ID":"2c64","Attributes":{"execID":"3364","exitCode":"137"}},"timeNano":1795234689590238200}"""));

    [Fact]
    public void A_kill_has_its_signal() => Assert.Equal(
        new EngineEvent(At(1795234689000000000), "kill", "2c64", Signal: 9),
        DockerEventParser.Parse("""{"Type":"container","Action":"kill","Actor":{"ID":"2c64","Attributes":{"signal":"9"}},"time":1795234689}"""));

    [Theory]
    [InlineData("""{"Type":"network","Action":"connect","Actor":{"ID":"d511","Attributes":{"container":"2c64"}},"timeNano":1}""")]
    [InlineData("")]
    [InlineData("{\"Type\":\"container\",\"Action\":\"di")]
    [InlineData("[]")]
    public void What_is_not_about_a_container_or_cut_off_is_passed_over(string line) => Assert.Null(DockerEventParser.Parse(line));

    private static DateTimeOffset At(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / 100);
}
