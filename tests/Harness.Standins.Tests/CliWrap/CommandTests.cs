using CliWrap;

namespace Harness.Standins.Tests.CliWrap;

public class CommandTests
{
    private readonly Command _command = Cli.Wrap("tool");

    [Fact]
    public void A_command_begins_without_arguments_input_and_output_and_with_validation()
    {
        Assert.Equal("tool", _command.TargetFilePath);
        Assert.Equal("", _command.Arguments);
        Assert.Equal(Directory.GetCurrentDirectory(), _command.WorkingDirPath);
        Assert.Empty(_command.EnvironmentVariables);
        Assert.Equal(CommandResultValidation.ZeroExitCode, _command.Validation);
        Assert.Same(PipeSource.Null, _command.StandardInputPipe);
        Assert.Same(PipeTarget.Null, _command.StandardOutputPipe);
        Assert.Same(PipeTarget.Null, _command.StandardErrorPipe);
    }

    [Fact]
    public void Each_setting_is_taken_over()
    {
        var input = PipeSource.FromString("in");
        var output = PipeTarget.ToStream(Stream.Null);
        var error = PipeTarget.ToStream(Stream.Null);

        var command = _command
            .WithTargetFile("other")
            .WithArguments("-v")
            .WithWorkingDirectory("/")
            .WithEnvironmentVariables(new Dictionary<string, string?> { ["A"] = "1" })
            .WithValidation(CommandResultValidation.None)
            .WithStandardInputPipe(input)
            .WithStandardOutputPipe(output)
            .WithStandardErrorPipe(error);

        Assert.Equal("other", command.TargetFilePath);
        Assert.Equal("-v", command.Arguments);
        Assert.Equal("/", command.WorkingDirPath);
        Assert.Equal("1", command.EnvironmentVariables["A"]);
        Assert.Equal(CommandResultValidation.None, command.Validation);
        Assert.Same(input, command.StandardInputPipe);
        Assert.Same(output, command.StandardOutputPipe);
        Assert.Same(error, command.StandardErrorPipe);
    }

    [Fact]
    public void A_setting_changes_a_copy_and_keeps_the_others()
    {
        var original = _command.WithArguments("-v").WithWorkingDirectory("/");

        var changed = original.WithArguments("-q");

        Assert.Equal("-v", original.Arguments);
        Assert.Equal("-q", changed.Arguments);
        Assert.Equal("tool", changed.TargetFilePath);
        Assert.Equal("/", changed.WorkingDirPath);
    }

    [Fact]
    public void A_command_reads_as_its_command_line()
    {
        var command = _command.WithArguments(["run", "two words"]);

        Assert.Equal("tool run \"two words\"", command.ToString());
    }
}
