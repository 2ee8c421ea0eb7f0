#if STAND_INS

using Harness.Standins.Tests.Programs;

namespace Harness.Standins.Tests.Bullseye;

public sealed class StandInOnlyTests
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task A_redirected_console_gets_no_escape_sequences()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "--console", "build");

        Assert.DoesNotContain("\e", result.Output, StringComparison.Ordinal);
    }
}

#endif
