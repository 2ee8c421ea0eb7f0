using Harness.Engines.Cli;

namespace Harness.Engines.Tests.Cli;

/// <summary>Recorded answers of <c>inspect</c>, shortened.</summary>
public class CliContainerStateTests
{
    [Fact]
    public void Docker_says_how_a_container_ended_that_could_not_start()
    {
        var container = CliJson.Parse(
            """
            {
              "Id": "99e3", "Created": "2026-11-21T08:36:01.123456712Z", "Name": "/bad",
              "State": {
                "Status": "created", "Running": false, "OOMKilled": false, "Pid": 0, "ExitCode": 127,
                "Error": "executable file not found in $PATH: unknown",
                "StartedAt": "0001-01-01T00:00:00Z", "FinishedAt": "0001-01-01T00:00:00Z"
              },
              "Config": {"Labels": {"a": "b,c=d", "empty": ""}}
            }
            """);

        Assert.Equal(
            new ContainerState("created", false, 127, false, "executable file not found in $PATH: unknown", null, null, null),
            CliContainerState.From(container));
        var summary = CliContainerState.Summary(container);
        Assert.Equal(("99e3", "bad", "created", At(1, 1_234_567)), (summary.Id, summary.Name, summary.Status, summary.CreatedAt));
        Assert.Equal(new Dictionary<string, string> { ["a"] = "b,c=d", ["empty"] = "" }, summary.Labels);
    }

    [Fact]
    public void A_container_that_runs_has_a_process_and_no_exit_code() => Assert.Equal(
        new ContainerState("running", true, null, false, null, At(2, 0), null, 4711),
        CliContainerState.From(CliJson.Parse(
            """
            {"State": {"Status": "running", "Running": true, "OOMKilled": false, "Pid": 4711, "ExitCode": 0, "Error": "",
            "StartedAt": "2026-11-21T08:36:02Z", "FinishedAt": "0001-01-01T00:00:00Z"}}
            """)));

    [Fact]
    public void A_container_that_Podman_has_not_cleaned_up_yet_has_ended_too() => Assert.Equal(
        new ContainerState("exited", false, 3, false, null, At(2, 0), At(3, 0), null),
        CliContainerState.From(CliJson.Parse(
            """
            {"State": {"OciVersion": "1.0.2-dev", "Status": "stopped", "Running": false, "OOMKilled": false, "Pid": 0, "ExitCode": 3,
            "Error": "", "StartedAt": "2026-11-21T08:36:02Z", "FinishedAt": "2026-11-21T08:36:03Z"}}
            """)));

    [Fact]
    public void A_container_that_was_never_started_has_no_exit_code() => Assert.Null(
        CliContainerState.From(CliJson.Parse(
            """{"State": {"Status": "created", "ExitCode": 0, "StartedAt": "0001-01-01T00:00:00Z"}}""")).ExitCode);

    [Fact]
    public void An_answer_that_is_no_JSON_is_an_engines_failure() =>
        Assert.Equal(EngineFault.RequestFailed, Assert.Throws<EngineException>(() => CliJson.Parse("Emulate Docker CLI")).Fault);

    private static DateTimeOffset At(int second, long ticks) => new DateTimeOffset(2026, 11, 21, 8, 36, second, TimeSpan.Zero).AddTicks(ticks);
}
