using System.Text;
using SimpleExec;

namespace Harness.Standins.Tests.SimpleExec;

public sealed class ReadTests
{
    private const int Timeout = 60_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Timeout)]
    public async Task Both_streams_are_read()
    {
        var (standardOutput, standardError) = await Command.ReadAsync("sh", ["-c", "echo out; echo err >&2"], ct: Token);

        Assert.Equal(("out\n", "err\n"), (standardOutput, standardError));
    }

    [Fact(Timeout = Timeout)]
    public async Task Arguments_may_come_in_one_line()
    {
        var (standardOutput, _) = await Command.ReadAsync("echo", "\"one two\" three", ct: Token);

        Assert.Equal("one two three\n", standardOutput);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_failing_command_reports_its_exit_code_and_what_it_printed()
    {
        var failure = await Assert.ThrowsAsync<ExitCodeReadException>(
            () => Command.ReadAsync("sh", ["-c", "printf out; printf err >&2; exit 3"], ct: Token));

        Assert.Equal((3, "out", "err"), (failure.ExitCode, failure.StandardOutput, failure.StandardError));
        Assert.Equal(
            "The command exited with code 3.\n\nStandard output (stdout):\n\nout\n\nStandard error (stderr):\n\nerr",
            failure.Message.ReplaceLineEndings("\n"));
        Assert.IsAssignableFrom<ExitCodeException>(failure);
    }

    [Fact(Timeout = Timeout)]
    public async Task Every_option_is_there_by_its_published_name()
    {
        var (standardOutput, _) = await Command.ReadAsync(
            name: "sh",
            args: ["-c", "pwd; echo $GREETING; cat; exit 3"],
            workingDirectory: "/",
            configureEnvironment: environment => environment["GREETING"] = "hello",
            handleExitCode: code => code == 3,
            encoding: Encoding.UTF8,
            standardInput: "wörld",
            cancellationIgnoresProcessTree: false,
            ct: Token);

        Assert.Equal("/\nhello\nwörld", standardOutput);
    }

    [Fact(Timeout = Timeout)]
    public async Task Output_is_decoded_as_asked()
    {
        var (standardOutput, _) = await Command.ReadAsync("printf", ["\\344"], encoding: Encoding.Latin1, ct: Token);

        Assert.Equal("ä", standardOutput);
    }

    [Fact(Timeout = Timeout)]
    public async Task Without_input_the_command_finds_its_input_at_an_end()
    {
        var (standardOutput, _) = await Command.ReadAsync("cat", ct: Token);

        Assert.Equal("", standardOutput);
    }

    [Fact(Timeout = Timeout)]
    public async Task More_than_a_pipe_holds_is_read_from_both_streams_at_once()
    {
        const int Size = 1_000_000;
        var fill = $"head -c {Size} /dev/zero | tr '\\0' x";

        var (standardOutput, standardError) = await Command.ReadAsync("sh", ["-c", $"{fill} >&2; {fill}"], ct: Token);

        Assert.Equal((Size, Size), (standardOutput.Length, standardError.Length));
    }
}
