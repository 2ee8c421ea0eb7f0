using System.Text;
using CliWrap;

namespace Harness.Standins.Tests.CliWrap;

public class PipeOperatorTests
{
    private readonly List<string> _output = [];
    private readonly List<string> _error = [];
    private readonly Command _command = Dummy.Run("echo", "both", "hello");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void One_target_is_for_standard_output()
    {
        var target = PipeTarget.ToStream(Stream.Null);

        var command = _command | target;

        Assert.Same(target, command.StandardOutputPipe);
        Assert.Same(PipeTarget.Null, command.StandardErrorPipe);
    }

    [Fact]
    public void Two_targets_are_for_standard_output_and_standard_error()
    {
        var output = PipeTarget.ToStream(Stream.Null);
        var error = PipeTarget.ToStream(Stream.Null);

        var command = _command | (output, error);

        Assert.Same(output, command.StandardOutputPipe);
        Assert.Same(error, command.StandardErrorPipe);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Streams_can_be_piped_to()
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();

        await (_command | (output, error)).ExecuteAsync(Cancellation);

        Assert.Equal("hello", Encoding.UTF8.GetString(output.ToArray()).Trim());
        Assert.Equal("hello", Encoding.UTF8.GetString(error.ToArray()).Trim());
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task String_builders_can_be_piped_to()
    {
        var output = new StringBuilder();
        var error = new StringBuilder();

        await (_command | (output, error)).ExecuteAsync(Cancellation);

        Assert.Equal("hello", output.ToString().Trim());
        Assert.Equal("hello", error.ToString().Trim());
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Blocking_delegates_can_be_piped_to()
    {
        Action<string> output = _output.Add;
        Action<string> error = _error.Add;

        await (_command | (output, error)).ExecuteAsync(Cancellation);

        AssertHeard();
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Asynchronous_delegates_can_be_piped_to()
    {
        Func<string, Task> output = line => AddAsync(_output, line);
        Func<string, Task> error = line => AddAsync(_error, line);

        await (_command | (output, error)).ExecuteAsync(Cancellation);

        AssertHeard();
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Asynchronous_delegates_that_can_be_cancelled_can_be_piped_to()
    {
        Func<string, CancellationToken, Task> output = (line, _) => AddAsync(_output, line);
        Func<string, CancellationToken, Task> error = (line, _) => AddAsync(_error, line);

        await (_command | (output, error)).ExecuteAsync(Cancellation);

        AssertHeard();
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_single_asynchronous_delegate_hears_standard_output()
    {
        var error = PipeTarget.ToDelegate(_error.Add);
        Func<string, Task> output = line => AddAsync(_output, line);
        Func<string, CancellationToken, Task> cancellable = (line, _) => AddAsync(_output, line);

        await (_command.WithStandardErrorPipe(error) | output).ExecuteAsync(Cancellation);
        await (_command.WithStandardErrorPipe(error) | cancellable).ExecuteAsync(Cancellation);

        Assert.Equal(["hello", "hello"], _output);
        Assert.Equal(["hello", "hello"], _error);
    }

    private static Task AddAsync(List<string> lines, string line)
    {
        lines.Add(line);
        return Task.CompletedTask;
    }

    private void AssertHeard()
    {
        Assert.Equal(["hello"], _output);
        Assert.Equal(["hello"], _error);
    }
}
