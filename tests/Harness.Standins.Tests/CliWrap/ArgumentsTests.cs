using System.Globalization;
using CliWrap.Buffered;
using CliWrap.Builders;

namespace Harness.Standins.Tests.CliWrap;

public class ArgumentsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Awkward =>
    [
        "plain",
        "",
        " ",
        "two words",
        "tab\there",
        "line\nbreak",
        "\"",
        "say \"hi\"",
        "back\\slash",
        "ends with backslash\\",
        "ends with two\\\\",
        "\\\"",
        "\\\\\"quoted\\\\\"",
        "it's",
        "$HOME `id` ; | & * ? ~",
        "--name=two words",
        "ünï – 猫 🐈",
    ];

    [Theory(Timeout = Dummy.Limit)]
    [MemberData(nameof(Awkward))]
    public async Task An_argument_arrives_as_it_was_given(string argument)
    {
        var result = await Dummy.Run("arguments", "before", argument, "after").ExecuteBufferedAsync(Cancellation);

        Assert.Equal(["before", argument, "after", ""], result.StandardOutput.Split('\0'));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_string_of_arguments_is_taken_as_it_is()
    {
        var command = Dummy.Run().WithArguments("arguments one \"two three\"");

        var result = await command.ExecuteBufferedAsync(Cancellation);

        Assert.Equal(["one", "two three", ""], result.StandardOutput.Split('\0'));
    }

    [Fact]
    public void Arguments_can_be_left_unescaped()
    {
        var command = Dummy.Run().WithArguments(["a", "\"b", "c\""], escape: false);

        Assert.Equal("a \"b c\"", command.Arguments);
    }

    [Fact]
    public void A_builder_takes_strings_lists_and_numbers()
    {
        var comma = new NumberFormatInfo { NumberDecimalSeparator = "," };

        var command = Dummy.Run().WithArguments(arguments => arguments
            .Add("run")
            .Add("two words")
            .Add("as is", escape: false)
            .Add(["x", "y z"])
            .Add(["v w"], escape: false)
            .Add(1.5)
            .Add(2.5, comma));

        Assert.Equal("run \"two words\" as is x \"y z\" v w 1.5 2,5", command.Arguments);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\\b", "a\\b")]
    [InlineData("", "\"\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("a b\\", "\"a b\\\\\"")]
    [InlineData("a\\\"b", "\"a\\\\\\\"b\"")]
    public void Only_what_needs_it_is_quoted(string argument, string escaped) =>
        Assert.Equal(escaped, ArgumentsBuilder.Escape(argument));
}
