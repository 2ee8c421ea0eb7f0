namespace Harness.Package.Tests.Action.Runner;

/// <summary>What a runner makes of the output of one step: commands that it obeys, and text.</summary>
public sealed class RunnerLog
{
    private readonly List<RunnerCommand> _commands = [];
    private readonly List<string> _text = [];
    private string? _token;

    /// <summary>
    /// Reads the output. The two streams are read apart from each other; the worst case is taken, in which all of standard error
    /// is read after standard output.
    /// </summary>
    public RunnerLog(string output, string error)
    {
        Read(output);
        Read(error);
    }

    /// <summary>What was obeyed, stopping and allowing commands included.</summary>
    public IReadOnlyList<RunnerCommand> Commands => _commands;

    /// <summary>What was obeyed, without stopping and allowing commands.</summary>
    public IEnumerable<RunnerCommand> Deeds => _commands.Where(command => command.Name != "stop-commands" && !Tokens.Contains(command.Name));

    /// <summary>The tokens that commands were stopped with.</summary>
    public IReadOnlyList<string> Tokens => [.. _commands.Where(command => command.Name == "stop-commands").Select(command => command.Data)];

    /// <summary>Whether commands are stopped at the end.</summary>
    public bool IsStopped => _token is not null;

    /// <summary>What was taken for text.</summary>
    public string Text => string.Join('\n', _text);

    private void Read(string stream)
    {
        using var reader = new StringReader(stream); // a carriage return by itself ends a line, too
        while (reader.ReadLine() is { } line)
        {
            if (RunnerCommand.Parse(line, _token) is { } command && IsObeyed(command))
                _commands.Add(command);
            else
                _text.Add(line);
        }
    }

    private bool IsObeyed(RunnerCommand command)
    {
        if (_token is not null)
        {
            if (!command.Name.Equals(_token, StringComparison.OrdinalIgnoreCase))
                return false;
            _token = null;
        }
        else if (command.Name == "stop-commands")
        {
            _token = command.Data;
        }

        return true;
    }
}
