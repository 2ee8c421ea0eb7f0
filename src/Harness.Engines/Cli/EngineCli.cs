using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using CliWrap.EventStream;
using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>An engine's command line: runs it, and names what it fails with.</summary>
internal sealed class EngineCli(ExternalProgram program)
{
    /// <summary>The binary.</summary>
    public string Location => program.Location;

    /// <summary>Runs a command that must succeed, and returns what it said.</summary>
    /// <param name="call">The command.</param>
    /// <param name="refused">The fault of a failure that has no name by its text.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="EngineException">It failed.</exception>
    public async Task<string> AskAsync(ProgramCall call, EngineFault refused, CancellationToken cancellationToken)
    {
        var said = await TryAsync(call, cancellationToken);
        return said.ExitCode == 0 ? said.StandardOutput : throw CliErrors.From(said.StandardError, refused);
    }

    /// <summary>Runs a command that may fail.</summary>
    public Task<ProgramOutput> TryAsync(ProgramCall call, CancellationToken cancellationToken) =>
        Started(() => program.ReadAsync(call, cancellationToken), cancellationToken);

    /// <summary>Runs a command, copies what comes, raw and in constant memory, and returns its exit code.</summary>
    public Task<int> CopyAsync(ProgramCall call, IOutputSink output, CancellationToken cancellationToken)
    {
        var pipes = new SinkPipes(output);
        return Started(
            () => program.RunAsync(
                call, pipes.Into(OutputStream.StandardOutput), pipes.Into(OutputStream.StandardError), cancellationToken),
            cancellationToken);
    }

    /// <summary>Runs a command, tells each line as it comes, and returns its exit code.</summary>
    public async Task<int> HearAsync(ProgramCall call, Action<OutputStream, string> hears, CancellationToken cancellationToken)
    {
        return await Started(HearAllAsync, cancellationToken);

        async Task<int> HearAllAsync()
        {
            var code = 0;
            await foreach (var said in program.ListenAsync(call, cancellationToken))
            {
                if (said is StandardOutputCommandEvent output)
                    hears(OutputStream.StandardOutput, output.Text);
                else if (said is StandardErrorCommandEvent error)
                    hears(OutputStream.StandardError, error.Text);
                else if (said is ExitedCommandEvent exited)
                    code = exited.ExitCode;
            }

            return code;
        }
    }

    /// <summary>Runs a command, and passes on the lines of its standard output as they come.</summary>
    /// <exception cref="EngineException">It failed.</exception>
    public async IAsyncEnumerable<string> ListenAsync(ProgramCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var errors = new StringBuilder();
        await using var events = program.ListenAsync(call, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await Started(() => events.MoveNextAsync().AsTask(), cancellationToken))
        {
            switch (events.Current)
            {
                case StandardOutputCommandEvent line:
                    yield return line.Text;
                    break;
                case StandardErrorCommandEvent line:
                    errors.AppendLine(line.Text);
                    break;
                case ExitedCommandEvent { ExitCode: not 0 }:
                    throw CliErrors.From(errors.ToString(), EngineFault.EngineLost);
            }
        }
    }

    private async Task<T> Started<T>(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run();
        }
        catch (Win32Exception e)
        {
            throw new EngineException(EngineFault.EngineNotFound, $"{program.Location} cannot be started: {e.Message}", e);
        }
        catch (TimeoutException e) when (cancellationToken.IsCancellationRequested)
        {
            // It was killed; an overloaded machine takes its time to make that true.
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }
}
