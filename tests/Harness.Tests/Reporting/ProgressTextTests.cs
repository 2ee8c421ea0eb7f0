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
}
