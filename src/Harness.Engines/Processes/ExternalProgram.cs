using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using CliWrap;
using CliWrap.EventStream;

namespace Harness.Engines.Processes;

/// <summary>
/// A program of this machine; the one place where processes are started. Each gets a session of its own where the machine can
/// do that, so that Ctrl+C at the terminal reaches Harness alone and not what it listens through.
/// </summary>
internal sealed class ExternalProgram
{
    private readonly Command _command;
    private readonly IReadOnlyList<string> _before;

    /// <summary>Names a program.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="environment">All of its environment; this process's own is not passed on.</param>
    public ExternalProgram(string path, IReadOnlyDictionary<string, string> environment)
    {
        Location = path;
        // Replaces itself by the program, which keeps the process id: what is started here never leads a process group.
        var setsid = OperatingSystem.IsLinux() ? SearchPath.Find("setsid", environment) : null;
        _before = setsid is null ? [] : [path];
        _command = new Command(setsid ?? path)
            .WithEnvironmentVariables(Exactly(environment))
            .WithValidation(CommandResultValidation.None);
    }

    /// <summary>Its file.</summary>
    public string Location { get; }

    /// <summary>Runs it to its end; cancelling kills it.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public async Task<int> RunAsync(ProgramCall call, PipeTarget standardOutput, PipeTarget standardError, CancellationToken cancellationToken)
    {
        var command = Configure(call).WithStandardOutputPipe(standardOutput).WithStandardErrorPipe(standardError);
        return (await command.ExecuteAsync(cancellationToken)).ExitCode;
    }

    /// <summary>Runs it to its end, and keeps all that it says; cancelling kills it.</summary>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public async Task<ProgramOutput> ReadAsync(ProgramCall call, CancellationToken cancellationToken)
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        var code = await RunAsync(
            call,
            PipeTarget.ToStringBuilder(output, Encoding.UTF8),
            PipeTarget.ToStringBuilder(error, Encoding.UTF8),
            cancellationToken);
        return new ProgramOutput(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs it, and passes on each line that it says; whoever stops listening kills it.</summary>
    /// <returns>Lines of both streams, and at last the exit code.</returns>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public async IAsyncEnumerable<CommandEvent> ListenAsync(ProgramCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await foreach (var said in Configure(call).ListenAsync(Encoding.UTF8, stop.Token))
                yield return said;
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private Command Configure(ProgramCall call)
    {
        var variables = new Dictionary<string, string?>(_command.EnvironmentVariables);
        foreach (var (name, value) in call.Environment)
            variables[name] = value;
        return _command
            .WithArguments([.. _before, .. call.Arguments])
            .WithEnvironmentVariables(variables)
            .WithStandardInputPipe(PipeSource.FromString(call.Input, Encoding.UTF8));
    }

    // A variable of this process that is not the program's is taken out.
    private static Dictionary<string, string?> Exactly(IReadOnlyDictionary<string, string> environment)
    {
        var variables = environment.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
            variables.TryAdd(name, null);
        return variables;
    }
}
