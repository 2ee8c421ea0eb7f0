namespace Harness.Package.Tests.Action.Runner;

/// <summary>The runner of these tests obeys what GitHub's obeys, and nothing else: otherwise the tests of the action prove nothing.</summary>
public sealed class RunnerLogTests
{
    [Theory]
    [InlineData("::error::x")]
    [InlineData(" \t\v\u00a0::error::x")]
    [InlineData("progress\r::error::x")]
    [InlineData("##[error]x")]
    [InlineData("in the middle ##[error]x")]
    [InlineData("::ERROR file=a::x")]
    [InlineData("::unknown::y ##[error]x")]
    [InlineData("::stop-commands::t\n::warning::y\n::t::\n::error::x")]
    [InlineData("::stop-commands::t\n##[t]\n::error::x")]
    public void A_command_is_obeyed(string output)
    {
        var command = new RunnerLog(output, "").Deeds.Single();

        Assert.Equal(("error", "x"), (command.Name.ToLowerInvariant(), command.Data));
    }

    [Theory]
    [InlineData("in the middle ::error::x")]
    [InlineData("\x1b[0m::error::x")]
    [InlineData("::unknown::x")]
    [InlineData(":error::x")]
    [InlineData("##[unknown]x")]
    [InlineData("#\\#[error]x")]
    [InlineData("\\::error::x")]
    [InlineData("::stop-commands::t\n::error::x\n##[error]x\n::stop-commands::u")]
    [InlineData("::stop-commands::t\nunfinished ::t::\n::error::x")]
    public void Text_is_not_obeyed(string output) => Assert.Empty(new RunnerLog(output, "").Deeds);

    [Fact]
    public void Standard_error_may_be_read_when_commands_are_allowed_again() =>
        Assert.Single(new RunnerLog("::stop-commands::t\n::t::\n", "::error::x\n").Deeds);

    [Fact]
    public void Properties_and_data_are_unescaped()
    {
        var command = Assert.Single(new RunnerLog("::error file=a%3Ab%2Cc,line=2::x%0Ay%25", "").Commands);

        Assert.Equal(("a:b,c", "2", "x\ny%"), (command.Properties["file"], command.Properties["line"], command.Data));
    }

    [Fact]
    public void A_value_ends_at_its_delimiter_and_what_follows_is_another()
    {
        var values = RunnerFile.Read("a=1\nb<<EOF\nx\nEOF\nverdict=passed\nEOF2=y\n");

        Assert.Equal(("1", "x", "passed", "y"), (values["a"], values["b"], values["verdict"], values["EOF2"]));
        Assert.Throws<FormatException>(() => RunnerFile.Read("b<<EOF\nx\n"));
        Assert.Throws<FormatException>(() => RunnerFile.Read("nothing\n"));
    }
}
