using System.Diagnostics;

namespace Harness.Build.Tests;

public sealed class EnvironmentFileTests
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["PLAIN"] = "unix:///run/docker.sock",
        ["SPACES"] = "/home/a b/c",
        ["QUOTES"] = "it's $HOME",
        ["EMPTY"] = "",
    };

    [Fact]
    public void What_was_written_is_read_again()
    {
        Assert.Equal(Values, EnvironmentFile.Parse(EnvironmentFile.Format(Values)));
    }

    [Fact]
    public void Comments_and_double_quotes_are_understood()
    {
        var values = EnvironmentFile.Parse("# about\nNAME=\"Debian GNU/Linux\"\n\nID=debian\n");

        Assert.Equal(new Dictionary<string, string> { ["NAME"] = "Debian GNU/Linux", ["ID"] = "debian" }, values);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_shell_that_sources_it_gets_the_same_values()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("environment", EnvironmentFile.Format(Values));

        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", ". \"$0\"; printf '%s|%s' \"$SPACES\" \"$QUOTES\"", file])
        {
            RedirectStandardOutput = true,
        })!;

        Assert.Equal("/home/a b/c|it's $HOME", await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
