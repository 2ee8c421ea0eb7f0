#if STAND_INS

using Harness.Standins.Tests.Programs;
using SimpleExec;

namespace Harness.Standins.Tests.SimpleExec;

public sealed class StandInOnlyTests
{
    private const int Timeout = 60_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Timeout)]
    public async Task A_secret_that_begins_with_another_is_masked_to_its_end()
    {
        var result = await BuiltProgram.BuildDummyAsync("command", "overlapping-secrets");

        Assert.Equal(["Harness.Standins.Tests.BuildDummy: echo ***", "token-of-mine"], result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task With_a_cancelled_token_nothing_is_started()
    {
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "started");
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => Command.Run("touch", file, ct: cancelled), Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Command.RunAsync("touch", file, ct: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Command.ReadAsync("touch", file, ct: cancelled));

        Assert.False(File.Exists(file));
    }

    [Fact(Timeout = Timeout)]
    public async Task A_command_that_does_not_read_its_input_is_judged_by_its_exit_code()
    {
        var (standardOutput, _) = await Command.ReadAsync("echo", "done", standardInput: new string('x', 1_000_000), ct: Token);

        Assert.Equal("done\n", standardOutput);
    }
}

#endif
