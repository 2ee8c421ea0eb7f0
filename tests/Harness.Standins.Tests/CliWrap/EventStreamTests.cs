using System.Text;
using CliWrap;
using CliWrap.EventStream;
using CliWrap.Exceptions;

namespace Harness.Standins.Tests.CliWrap;

public class EventStreamTests
{
    private readonly List<CommandEvent> _events = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Dummy.Limit)]
    public async Task Events_begin_with_the_start_and_end_with_the_exit()
    {
        await ListenAsync(Dummy.Run("lines", "100"));

        Assert.IsType<StartedCommandEvent>(_events[0]);
        Assert.Equal(0, Assert.IsType<ExitedCommandEvent>(_events[^1]).ExitCode);
        Assert.Equal(202, _events.Count);
        Assert.Equal(Numbered("out"), _events.OfType<StandardOutputCommandEvent>().Select(line => line.Text));
        Assert.Equal(Numbered("err"), _events.OfType<StandardErrorCommandEvent>().Select(line => line.Text));

        static IEnumerable<string> Numbered(string prefix) => Enumerable.Range(1, 100).Select(number => $"{prefix} {number}");
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task The_start_names_the_process()
    {
        using var forceful = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var processId = 0;
        var printed = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var commandEvent in Dummy.Run("child-tree", "0").ListenAsync(forceful.Token))
                if (commandEvent is StartedCommandEvent started)
                {
                    processId = started.ProcessId;
                }
                else if (commandEvent is StandardOutputCommandEvent line)
                {
                    printed = int.Parse(line.Text, System.Globalization.CultureInfo.InvariantCulture);
                    await forceful.CancelAsync();
                }
        });

        Assert.NotEqual(0, processId);
        Assert.Equal(processId, printed);
        Assert.True(await Processes.IsGoneAsync(processId, Cancellation));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_refused_exit_code_is_thrown_after_the_last_line_and_instead_of_the_exit()
    {
        var exception = await Assert.ThrowsAsync<CommandExecutionException>(() => ListenAsync(Dummy.Run("exit", "3", "no", "luck")));

        Assert.Equal(3, exception.ExitCode);
        Assert.Equal("no luck", Assert.IsType<StandardErrorCommandEvent>(_events[^1]).Text);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Without_validation_the_exit_carries_the_code()
    {
        await ListenAsync(Dummy.Run("exit", "3").WithValidation(CommandResultValidation.None));

        Assert.Equal(3, Assert.IsType<ExitedCommandEvent>(_events[^1]).ExitCode);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_forceful_cancellation_ends_the_stream_with_the_token_of_the_caller()
    {
        using var forceful = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var commandEvent in Dummy.Run("ignore-signals").ListenAsync(forceful.Token))
                if (commandEvent is StandardOutputCommandEvent)
                    await forceful.CancelAsync();
        });

        Assert.Equal(forceful.Token, exception.CancellationToken);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_graceful_cancellation_lets_the_last_words_through()
    {
        using var graceful = new CancellationTokenSource();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var stream = Dummy.Run("trap-signals", "0").ListenAsync(Encoding.UTF8, Encoding.UTF8, Cancellation, graceful.Token);
            await foreach (var commandEvent in stream)
            {
                _events.Add(commandEvent);
                if (commandEvent is StandardOutputCommandEvent { Text: "ready" })
                    await graceful.CancelAsync();
            }
        });

        Assert.Equal(graceful.Token, exception.CancellationToken);
        Assert.Equal("interrupted", Assert.IsType<StandardOutputCommandEvent>(_events[^1]).Text);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Pipes_that_were_configured_before_still_receive_the_outputs()
    {
        var output = new StringBuilder();

        await ListenAsync(Dummy.Run("echo", "stdout", "hello") | output);

        Assert.Equal("hello", output.ToString().Trim());
        Assert.Contains(_events, commandEvent => commandEvent is StandardOutputCommandEvent { Text: "hello" });
    }

    [Fact]
    public void Events_read_as_what_they_tell()
    {
        Assert.Equal("line", new StandardOutputCommandEvent("line").ToString());
        Assert.Equal("line", new StandardErrorCommandEvent("line").ToString());
        Assert.Contains("12", new StartedCommandEvent(12).ToString(), StringComparison.Ordinal);
        Assert.Contains("3", new ExitedCommandEvent(3).ToString(), StringComparison.Ordinal);
    }

    private async Task ListenAsync(Command command)
    {
        await foreach (var commandEvent in command.ListenAsync(Cancellation))
            _events.Add(commandEvent);
    }
}
