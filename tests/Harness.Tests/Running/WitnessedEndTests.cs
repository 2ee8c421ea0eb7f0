using Harness.Engines.Sandboxes;
using Harness.Running;
using static Harness.Engines.Sandboxes.TerminatedBy;
using static Harness.Engines.Sandboxes.TerminationReason;

namespace Harness.Tests.Running;

public sealed class WitnessedEndTests
{
    [Theory]
    [InlineData(137, 9)]
    [InlineData(143, 15)]
    public void A_signal_that_only_the_exit_code_speaks_of_is_no_fact(int code, int signal) =>
        Assert.Equal(new Termination(Exited, code), WitnessedEnd.Of(new(Signalled, code, signal, Unknown)));

    [Fact]
    public void Witnessed_signals_losses_and_crashes_stay()
    {
        Termination[] ends = [new(Signalled, 137, 9, Engine), new(Memory, 137, 9, Kernel), new(Lost, 137, 9, Unknown), new(Signalled, 139, 11, Unknown)];

        Assert.Equal(ends, ends.Select(WitnessedEnd.Of));
    }
}
