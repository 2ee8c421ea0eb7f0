using System.Text;
using Harness.Suites;

namespace Harness.Tests.Suites;

/// <summary>What can be wrong with the suite file as a file.</summary>
public sealed class SuiteFileTests : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    [InlineData("null")]
    public void An_empty_file_is_named(string content) => Assert.Equal(
        "smoke.yml: error HARN1001: The suite file is empty.\n  Write a suite, or let 'harness init' write a first one.",
        Show(_folder.Read(content)));

    [Theory]
    [InlineData("hello", "'hello'", "Write KEY: VALUE, one to a line.")]
    [InlineData("name:api", "'name:api'", "Put a space after each ':'.")]
    [InlineData("- a", "a list", "Write KEY: VALUE, one to a line.")]
    public void A_file_that_is_no_mapping_is_named(string content, string found, string remedy) => Assert.Equal(
        $"smoke.yml(1,1): error HARN1001: The suite must be a mapping, but is {found}.\n  {remedy}",
        Show(_folder.Read(content)));

    [Fact]
    public void A_missing_file_is_named() => Assert.Equal(
        "smoke.yml: error HARN1003: The suite file does not exist.\n  Correct the path, or let 'harness init' write a first suite.",
        Show(_folder.Read()));

    [Fact]
    public void A_file_in_a_missing_folder_is_named() => Assert.Equal(
        "no/where.yml: error HARN1003: The suite file does not exist.\n  Correct the path, or let 'harness init' write a first suite.",
        Show(Read("no/where.yml")));

    [Fact]
    public void A_folder_is_no_suite_file() => Assert.Equal(
        ".: error HARN1001: The suite file is a folder, not a suite file.\n  Name the suite file in it.",
        Show(Read(".")));

    [Theory]
    [InlineData("", "")]
    [InlineData("a\0b", "a\\u0000b")]
    public void A_path_that_cannot_be_one_is_named(string path, string shown) => Assert.Equal(
        $"{shown}: error HARN1003: '{shown}' cannot be the path of a file.\n  Name a suite file.",
        Show(Read(path)));

    [Fact]
    public void A_file_name_that_would_write_to_the_terminal_is_escaped()
    {
        _folder.Write("\u001b[31m\nsmoke.yml", "");

        Assert.Equal(
            "\\u001b[31m\\nsmoke.yml: error HARN1001: The suite file is empty.\n  Write a suite, or let 'harness init' write a first one.",
            Show(Read("\u001b[31m\nsmoke.yml")));
    }

    [Fact]
    public void A_name_that_is_too_long_is_named()
    {
        var diagnostic = Assert.Single(Read(new string('a', 5000)).Diagnostics);

        Assert.StartsWith("The suite file cannot be read: ", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_file_is_refused()
    {
        _folder.Write("smoke.yml", SuiteFolder.Good + new string('#', 10 << 20));

        Assert.Equal(
            "smoke.yml: error HARN1001: The suite file is larger than 1MiB, the most a suite file may have.\n  Check that it is a suite.",
            Show(_folder.Read()));
    }

    [Fact]
    public void The_largest_file_that_is_read_is_read()
    {
        var padding = SuiteReader.MaxFileBytes - Encoding.UTF8.GetByteCount(SuiteFolder.Good);

        Assert.NotNull(_folder.Read(SuiteFolder.Good + new string('#', padding)).Suite);
        Assert.Null(_folder.Read(SuiteFolder.Good + new string('#', padding + 1)).Suite);
    }

    [Fact(Timeout = 30_000)]
    public Task An_endless_device_is_refused() => Task.Run(
        () => Assert.Equal("HARN1001", Assert.Single(Read("/dev/zero").Diagnostics).Code), TestContext.Current.CancellationToken);

    [Fact]
    public void A_byte_order_mark_does_no_harm() => Assert.Equal("api", _folder.ReadGood("\ufeff" + SuiteFolder.Good).Name);

    [Fact]
    public void Lines_may_end_in_carriage_return_and_line_feed() =>
        Assert.Equal("api", _folder.ReadGood(SuiteFolder.Good.Replace("\n", "\r\n", StringComparison.Ordinal)).Name);

    [Fact]
    public void Bytes_that_are_no_text_are_named_with_their_place()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "smoke.yml"), [.. "name: "u8, 0xFF]);

        Assert.Equal(
            "smoke.yml(1,7): error HARN1001: The byte 0xff is not UTF-8.\n  Save the file as UTF-8 text.",
            Show(_folder.Read()));
    }

    [Fact]
    public void Broken_yaml_is_named_with_its_place() => Assert.Equal(
        "smoke.yml(2,1): error HARN1001: The line is indented with a tab; YAML indents with spaces.\n  Replace the tab by spaces.",
        Show(_folder.Read("name: x\n\timage: y\n")));

    private SuiteReadResult Read(string path) => SuiteReader.Read(path, new() { WorkingDirectory = _folder.Path });

    private static string Show(SuiteReadResult result)
    {
        Assert.Null(result.Suite);
        return SuiteFolder.Show(result.Diagnostics);
    }
}
