using System.ComponentModel;
using Harness.Standins.Tests.Programs;
using SimpleExec;

namespace Harness.Standins.Tests.SimpleExec;

public sealed class RunTests
{
    private const int Timeout = 60_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Timeout)]
    public async Task A_failing_command_reports_its_exit_code()
    {
        var sync = Assert.Throws<ExitCodeException>(() => Command.Run("sh", "-c \"exit 3\"", noEcho: true, ct: Token));
        var asynchronous = await Assert.ThrowsAsync<ExitCodeException>(
            () => Command.RunAsync("sh", ["-c", "exit 4"], noEcho: true, ct: Token));

        Assert.Equal((3, "The command exited with code 3."), (sync.ExitCode, sync.Message));
        Assert.Equal((4, "The command exited with code 4."), (asynchronous.ExitCode, asynchronous.Message));
    }

    [Fact(Timeout = Timeout)]
    public async Task An_exit_code_that_the_caller_accepts_is_no_failure()
    {
        var seen = new List<int>();
        bool Accept(int code)
        {
            seen.Add(code);
            return code == 3;
        }

        Command.Run("sh", ["-c", "exit 3"], handleExitCode: Accept, noEcho: true, ct: Token);
        await Command.RunAsync("sh", ["-c", "exit 3"], handleExitCode: Accept, noEcho: true, ct: Token);
        var refused = Record.Exception(() => Command.Run("sh", ["-c", "exit 5"], handleExitCode: Accept, noEcho: true, ct: Token));

        Assert.Equal([3, 3, 5], seen);
        Assert.IsType<ExitCodeException>(refused);
    }

    [Fact(Timeout = Timeout)]
    public async Task Every_option_is_there_by_its_published_name()
    {
        using var directory = new TemporaryDirectory();

        Command.Run(
            name: "sh",
            args: ["-c", "printf $GREETING > sync; pwd > directory"],
            workingDirectory: directory.Path,
            configureEnvironment: environment => environment["GREETING"] = "hello",
            secrets: ["x"],
            handleExitCode: code => code == 0,
            echoPrefix: "prefix",
            noEcho: true,
            cancellationIgnoresProcessTree: false,
            createNoWindow: true,
            ct: Token);
        await Command.RunAsync(
            name: "sh",
            args: "-c \"printf $GREETING > async\"",
            workingDirectory: directory.Path,
            configureEnvironment: environment => environment["GREETING"] = "hello again",
            secrets: ["x"],
            handleExitCode: code => code == 0,
            echoPrefix: "prefix",
            noEcho: true,
            cancellationIgnoresProcessTree: false,
            createNoWindow: true,
            ct: Token);

        Assert.Equal("hello", await File.ReadAllTextAsync(Path.Combine(directory.Path, "sync"), Token));
        Assert.Equal("hello", (await File.ReadAllTextAsync(Path.Combine(directory.Path, "async"), Token))[..5]);
        Assert.Equal(directory.Path, (await File.ReadAllTextAsync(Path.Combine(directory.Path, "directory"), Token)).Trim());
    }

    [Theory(Timeout = Timeout)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_command_needs_a_name(string name)
    {
        var sync = Assert.Throws<ArgumentException>(() => Command.Run(name, ct: Token));
        var asynchronous = await Assert.ThrowsAsync<ArgumentException>(() => Command.RunAsync(name, ct: Token));
        var read = await Assert.ThrowsAsync<ArgumentException>(() => Command.ReadAsync(name, ct: Token));

        Assert.All([sync, asynchronous, read], e => Assert.Equal("The command name is missing. (Parameter 'name')", e.Message));
    }

    [Fact(Timeout = Timeout)]
    public async Task A_command_that_cannot_be_started_is_told_by_the_system()
    {
        Assert.Throws<Win32Exception>(() => Command.Run("harness-no-such-command", noEcho: true, ct: Token));
        await Assert.ThrowsAsync<Win32Exception>(() => Command.RunAsync("harness-no-such-command", noEcho: true, ct: Token));
        await Assert.ThrowsAsync<Win32Exception>(() => Command.ReadAsync("pwd", workingDirectory: "/harness/no/such/directory", ct: Token));
    }
}
