using Harness.Standins.Tests.Programs;

namespace Harness.Standins.Tests.SimpleExec;

public sealed class EchoTests
{
    private const int Timeout = 60_000;
    private const string Prefix = "Harness.Standins.Tests.BuildDummy: ";

    [Theory(Timeout = Timeout)]
    [InlineData("run-line")]
    [InlineData("run-line-async")]
    public async Task A_command_is_echoed_before_its_own_output(string scenario)
    {
        var result = await BuiltProgram.BuildDummyAsync("command", scenario);

        Assert.Equal([$"{Prefix}echo hello there", "hello there"], result.Lines);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("run-list")]
    [InlineData("run-list-async")]
    public async Task Listed_arguments_are_echoed_one_a_line_and_arrive_as_they_are(string scenario)
    {
        var result = await BuiltProgram.BuildDummyAsync("command", scenario);

        Assert.Equal(
            [$"{Prefix}printf", $"{Prefix}  %s|", $"{Prefix}  two words", $"{Prefix}  \"quoted\"", "two words|\"quoted\"|"],
            result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task The_echo_can_be_switched_off()
    {
        var result = await BuiltProgram.BuildDummyAsync("command", "no-echo");

        Assert.Equal(["hello there"], result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task The_echo_can_have_another_prefix()
    {
        var result = await BuiltProgram.BuildDummyAsync("command", "prefix");

        Assert.Equal(["mine: echo hello there", "hello there"], result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_working_directory_is_used_and_echoed_first()
    {
        using var directory = new TemporaryDirectory();

        var result = await BuiltProgram.BuildDummyAsync("command", "directory", directory.Path);

        Assert.Equal([$"{Prefix}Working directory: {directory.Path}", $"{Prefix}pwd", directory.Path], result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task Secrets_are_masked_in_the_echo_whatever_their_case_but_reach_the_command()
    {
        var result = await BuiltProgram.BuildDummyAsync("command", "secrets");

        Assert.Equal([$"{Prefix}echo the *** and the ***", "the Hunter2 and the hunter2"], result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task Secrets_are_masked_in_listed_arguments_too()
    {
        var result = await BuiltProgram.BuildDummyAsync("command", "secret-list");

        Assert.Equal([$"{Prefix}echo", $"{Prefix}  token=***", "token=hunter2"], result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_command_that_is_run_reads_the_programs_own_input()
    {
        var result = await BuiltProgram.DotnetAsync(
            ["exec", BuiltProgram.PathOf("Harness.Standins.Tests.BuildDummy"), "command", "inherited-input"], input: "typed\n");

        Assert.Equal(["typed"], result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_command_that_is_read_leaves_the_console_alone()
    {
        var result = await BuiltProgram.BuildDummyAsync("command", "read");

        Assert.Equal(("", "", 0), (result.Output, result.Errors, result.ExitCode));
    }
}
