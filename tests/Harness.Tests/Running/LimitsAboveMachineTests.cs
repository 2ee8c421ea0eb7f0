using Harness.Engines;
using Harness.Running;
using Harness.Tests.Suites;

namespace Harness.Tests.Running;

public sealed class LimitsAboveMachineTests : IDisposable
{
    private static readonly EngineInfo Engine = new(EngineKind.Docker, "27.3.1", "unix:///x", "linux", "amd64", null, "v2", false, null, 2, 2L << 30, true);

    private readonly SuiteFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Limits_that_the_machine_cannot_give_are_said_where_they_stand()
    {
        var suite = folder.ReadGood(SuiteFolder.Good + "limits:\n  memory: 64GiB\n  cpus: 2.5\n");

        Assert.Equal(
            [
                "HARN1015 smoke.yml 5: limits.memory is 64GiB, but the engine's machine has 2 GiB.",
                "HARN1015 smoke.yml 6: limits.cpus is 2.5, but the engine's machine has 2.",
            ],
            LimitsAboveMachine.Of(suite, Engine).Select(cause => $"{cause.Code} {cause.File} {cause.Line}: {cause.Summary}"));
    }

    [Theory]
    [InlineData("limits: {memory: 2GiB, cpus: 2}\n")]
    [InlineData("")]
    public void What_the_machine_has_may_be_asked_for(string limits) =>
        Assert.Empty(LimitsAboveMachine.Of(folder.ReadGood(SuiteFolder.Good + limits), Engine));

    [Fact]
    public void An_engine_that_does_not_say_what_it_has_is_believed() =>
        Assert.Empty(LimitsAboveMachine.Of(folder.ReadGood(SuiteFolder.Good + "limits: {memory: 64GiB, cpus: 64}\n"), Engine with { CpuCount = null, MemoryBytes = null }));
}
