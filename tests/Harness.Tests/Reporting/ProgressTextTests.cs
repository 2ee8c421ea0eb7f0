using Harness.Reporting;
using Harness.Running;

namespace Harness.Tests.Reporting;

public sealed class ProgressTextTests
{
    [Theory]
    [InlineData("test:unit", false, true)]
    [InlineData("space", false, false)]
    [InlineData("collect", false, false)]
    [InlineData("space", true, true)]
    public void Steps_of_Harness_itself_are_told_to_those_who_ask(string step, bool verbose, bool told)
    {
        var ended = new RunEvent
        {
            Kind = RunEventKind.StepEnded,
            At = DateTimeOffset.UnixEpoch,
            Suite = "api",
            Run = 1,
            Step = step,
            DurationSeconds = 1,
        };

        Assert.Equal(told, ProgressText.Of(ended, verbose) is not null);
    }

    [Theory]
    [InlineData("install", "api run 2: install | Collecting flask")]
    [InlineData("test:unit", "api run 2: test:unit | Collecting flask")]
    [InlineData("sanity")]
    [InlineData("freeze")]
    public void What_steps_print_for_people_is_told(string step, params string[] lines)
    {
        var output = new RunEvent { Kind = RunEventKind.StepOutput, At = DateTimeOffset.UnixEpoch, Suite = "api", Run = 2, Step = step, Text = "Collecting flask" };

        Assert.Equal(lines, ProgressText.Lines(output, verbose: true));
    }
}
