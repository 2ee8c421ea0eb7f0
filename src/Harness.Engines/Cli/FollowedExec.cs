namespace Harness.Engines.Cli;

/// <summary>An exec whose beginning and end are looked for among the engine's events.</summary>
/// <param name="containerId">Full id of its container.</param>
/// <param name="command">Program and arguments, by which it is recognised.</param>
/// <param name="identified">Hears its id.</param>
internal sealed class FollowedExec(string containerId, IReadOnlyList<string> command, Action<string> identified)
{
    private readonly TaskCompletionSource<int?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _commandLine = string.Join(' ', command).Trim();

    /// <summary>Its id; null until the engine has created it.</summary>
    public string? Id { get; private set; }

    /// <summary>Ends with its exit code; with null when the engine's events cannot be followed any more.</summary>
    public Task<int?> Ended => _ended.Task;

    /// <summary>Whether a creation may be this one's; then it is.</summary>
    public bool TryBegin(string container, string? commandLine, string execId)
    {
        if (Id is not null || container != containerId || commandLine != _commandLine)
            return false;
        Id = execId;
        identified(execId);
        return true;
    }

    /// <summary>Notes its end.</summary>
    public void End(int? exitCode) => _ended.TrySetResult(exitCode);
}
