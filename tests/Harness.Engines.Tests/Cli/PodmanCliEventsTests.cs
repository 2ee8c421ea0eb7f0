using Harness.Engines.Cli;

namespace Harness.Engines.Tests.Cli;

/// <summary>Recorded lines of <c>podman events --format json</c>, shortened.</summary>
public class PodmanCliEventsTests
{
    private static readonly DateTimeOffset Time = new DateTimeOffset(2026, 11, 21, 8, 35, 45, TimeSpan.Zero).AddTicks(4_489_863);

    [Theory]
    [InlineData("""{"ID":"18f2","Name":"t1","Status":"exec","Time":"2026-11-21T08:35:45.448986305Z","Type":"container","Attributes":{"a":"b,c=d"}}""", "exec_start", null)]
    [InlineData("""{"ContainerExitCode":5,"ID":"18f2","Name":"t1","Status":"exec_died","Time":"2026-11-21T08:35:45.448986305Z","Type":"container"}""", "exec_die", 5)]
    [InlineData("""{"ID":"18f2","Status":"exec_died","Time":"2026-11-21T08:35:45.448986305Z","Type":"container"}""", "exec_die", 0)]
    [InlineData("""{"ContainerExitCode":137,"ID":"18f2","Status":"died","Time":"2026-11-21T08:35:45.448986305Z","Type":"container"}""", "die", 137)]
    [InlineData("""{"ID":"18f2","Status":"remove","Time":"2026-11-21T09:35:45.448986305+01:00","Type":"container"}""", "destroy", null)]
    [InlineData("""{"ID":"18f2","Status":"kill","Time":"2026-11-21T08:35:45.448986305Z","Type":"container"}""", "kill", null)]
    public void Events_get_the_names_that_Docker_gave_them(string line, string action, int? exitCode) =>
        Assert.Equal(new EngineEvent(Time, action, "18f2", exitCode), PodmanCliEvents.ParseLine(line));

    [Theory]
    [InlineData("""{"ID":"18f2","Status":"pull","Time":"2026-11-21T08:35:45.448986305Z","Type":"image"}""")]
    [InlineData("""{"ID":"18f2","Status":"di""")]
    [InlineData("")]
    [InlineData("[]")]
    public void What_is_not_about_a_container_or_cut_off_is_passed_over(string line) => Assert.Null(PodmanCliEvents.ParseLine(line));
}
