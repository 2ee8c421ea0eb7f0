using Harness.Engines.Cli;

namespace Harness.Engines.Tests.Cli;

public class PassedEnvironmentTests
{
    [Fact]
    public void Variables_come_as_a_file_on_standard_input_so_that_none_of_them_steers_the_command()
    {
        var passed = Of(new() { ["HOME"] = "/tmp/home", ["PIP_INDEX_URL"] = "https://u:p@index/simple", ["EMPTY"] = "" });

        Assert.Equal(["--env-file", "/dev/stdin"], passed.Arguments);
        Assert.Equal("HOME=/tmp/home\nPIP_INDEX_URL=https://u:p@index/simple\nEMPTY=\n", passed.Input);
        Assert.Empty(passed.Variables);
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData(" blank before")]
    [InlineData("\"quoted\"")]
    [InlineData("a # b")]
    [InlineData("$HOME")]
    [InlineData("C:\\x")]
    [InlineData("größer")]
    [InlineData("ends\r")]
    public void What_engines_read_differently_comes_through_the_commands_environment(string value)
    {
        var passed = Of(new() { ["ODD"] = value, ["PLAIN"] = "1" });

        Assert.Equal(["--env-file", "/dev/stdin", "--env", "ODD"], passed.Arguments);
        Assert.Equal("PLAIN=1\n", passed.Input);
        Assert.Equal(new Dictionary<string, string> { ["ODD"] = value }, passed.Variables);
    }

    [Fact]
    public void So_does_what_is_too_long_for_a_line() => Assert.Equal(["--env", "LONG"], Of(new() { ["LONG"] = new string('x', 70_000) }).Arguments);

    [Fact]
    public void Without_a_file_for_standard_input_all_come_through_the_commands_environment()
    {
        var passed = PassedEnvironment.Of(new Dictionary<string, string> { ["A"] = "1" }, byFile: false);

        Assert.Equal(["--env", "A"], passed.Arguments);
        Assert.Empty(passed.Input);
    }

    [Fact]
    public void No_variables_need_no_arguments() => Assert.Empty(Of([]).Arguments);

    private static PassedEnvironment Of(Dictionary<string, string> environment) => PassedEnvironment.Of(environment, byFile: true);
}
