using Harness.Engines.Docker;

namespace Harness.Engines.Cli;

/// <summary>Processes in running containers over Docker's command line.</summary>
internal sealed class DockerCliExecs(EngineCli cli, DockerCliEvents events) : ICliExecs
{
    private const int CannotRun = 126;
    private const int NotFound = 127;
    private const int ConnectionLost = 255;

    // For the event of an end that the command has told already, also on a machine that is overloaded.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // The same when the command's words leave little doubt that there never was a process.
    private static readonly TimeSpan ShortPatience = TimeSpan.FromMilliseconds(250);

    private static readonly string[] Complaints = ["OCI runtime exec failed: ", "unable to find user ", "unable to find group "];

    private readonly ExecFollower _follower = new(events);

    public async Task<ExecExit> RunAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken)
    {
        var exec = _follower.Follow(id, spec.Command, output.Identify);
        try
        {
            var words = new FirstWords(output);
            var code = await cli.CopyAsync(ExecArguments.From(id, spec), words, cancellationToken);
            return await JudgeAsync(exec, code, words, cancellationToken);
        }
        finally
        {
            _follower.Forget(exec);
        }
    }

    public ValueTask DisposeAsync() => _follower.DisposeAsync();

    // The command's own codes look like the program's, so the engine's events have the first word.
    private async Task<ExecExit> JudgeAsync(FollowedExec exec, int code, FirstWords words, CancellationToken cancellationToken)
    {
        var patience = IsComplaint(words.Output) || CliErrors.IsComplaint(words.Error ?? "") ? ShortPatience : Patience;
        if (await EndsWithinAsync(exec, patience, cancellationToken) is { } told)
            return new ExecExit(told, StreamClosed: true);
        if (exec.Id is null)
            return CliErrors.IsComplaint(words.Error ?? "") ? throw CliErrors.From(words.Error!, EngineFault.RequestFailed) : new(code, true);
        // A process that never was has no end, and the engine's error text has come as its output.
        if (code is CannotRun or NotFound)
            return new ExecExit(null, true, words.Output ?? $"exec failed with code {code}");
        if (code is not (0 or ConnectionLost))
            return new ExecExit(code, true);

        // The command stopped listening, and the process may be running.
        await events.PingAsync(cancellationToken);
        return new ExecExit(await exec.Ended.WaitAsync(cancellationToken), StreamClosed: false);
    }

    private static async Task<int?> EndsWithinAsync(FollowedExec exec, TimeSpan patience, CancellationToken cancellationToken)
    {
        await Task.WhenAny(exec.Ended, Task.Delay(patience, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return exec.Ended.IsCompleted ? await exec.Ended : null;
    }

    private static bool IsComplaint(string? output) =>
        output is not null && Complaints.Any(text => output.StartsWith(text, StringComparison.Ordinal));
}
