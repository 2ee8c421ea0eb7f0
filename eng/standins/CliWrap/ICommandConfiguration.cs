namespace CliWrap;

/// <summary>What a command will run with.</summary>
public interface ICommandConfiguration
{
    string TargetFilePath { get; }

    string Arguments { get; }

    string WorkingDirPath { get; }

    IReadOnlyDictionary<string, string?> EnvironmentVariables { get; }

    CommandResultValidation Validation { get; }

    PipeSource StandardInputPipe { get; }

    PipeTarget StandardOutputPipe { get; }

    PipeTarget StandardErrorPipe { get; }
}
