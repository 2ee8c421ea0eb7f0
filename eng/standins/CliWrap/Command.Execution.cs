using System.ComponentModel;
using System.Diagnostics;
using CliWrap.Execution;

namespace CliWrap;

public partial class Command
{
    /// <summary>Starts the process, after letting the caller adjust how; a failure to start is thrown here and not by the task.</summary>
    /// <exception cref="Win32Exception">The file or the working directory does not exist, or the file may not be executed.</exception>
    public CommandTask<CommandResult> ExecuteAsync(
        Action<ProcessStartInfo>? configureStartInfo,
        Action<Process>? configureProcess = null,
        CancellationToken forcefulCancellationToken = default,
        CancellationToken gracefulCancellationToken = default)
    {
        var startInfo = CreateStartInfo();
        configureStartInfo?.Invoke(startInfo);
        var process = ChildProcess.Start(startInfo, configureProcess);

        return new CommandTask<CommandResult>(
            CommandExecution.RunAsync(this, process, forcefulCancellationToken, gracefulCancellationToken),
            process.Id);
    }

    /// <summary>Starts the process. The first token kills it and its descendants, the second interrupts it as Ctrl+C would.</summary>
    /// <remarks>Both end in an <see cref="OperationCanceledException" />, whatever exit code the process gave.</remarks>
    public CommandTask<CommandResult> ExecuteAsync(
        CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken) =>
        ExecuteAsync(null, null, forcefulCancellationToken, gracefulCancellationToken);

    /// <summary>Starts the process; the token kills it and its descendants.</summary>
    public CommandTask<CommandResult> ExecuteAsync(CancellationToken cancellationToken = default) =>
        ExecuteAsync(cancellationToken, CancellationToken.None);

    private ProcessStartInfo CreateStartInfo()
    {
        var startInfo = new ProcessStartInfo
        {
            FileName = TargetFilePath,
            Arguments = Arguments,
            WorkingDirectory = WorkingDirPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        foreach (var (name, value) in EnvironmentVariables)
            if (value is null)
                startInfo.Environment.Remove(name);
            else
                startInfo.Environment[name] = value;

        return startInfo;
    }
}
