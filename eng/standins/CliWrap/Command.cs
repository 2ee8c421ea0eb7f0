using System.Collections.ObjectModel;
using CliWrap.Builders;

namespace CliWrap;

/// <summary>A command that can be executed any number of times. Immutable: every <c>With…</c> returns a copy.</summary>
public partial class Command : ICommandConfiguration
{
    /// <summary>A command without arguments, input and output, in the caller's directory and environment.</summary>
    public Command(string targetFilePath) => TargetFilePath = targetFilePath;

    private Command(Command original)
    {
        TargetFilePath = original.TargetFilePath;
        Arguments = original.Arguments;
        WorkingDirPath = original.WorkingDirPath;
        EnvironmentVariables = original.EnvironmentVariables;
        Validation = original.Validation;
        StandardInputPipe = original.StandardInputPipe;
        StandardOutputPipe = original.StandardOutputPipe;
        StandardErrorPipe = original.StandardErrorPipe;
    }

    public string TargetFilePath { get; private init; }

    public string Arguments { get; private init; } = "";

    public string WorkingDirPath { get; private init; } = Directory.GetCurrentDirectory();

    public IReadOnlyDictionary<string, string?> EnvironmentVariables { get; private init; } = ReadOnlyDictionary<string, string?>.Empty;

    public CommandResultValidation Validation { get; private init; } = CommandResultValidation.ZeroExitCode;

    public PipeSource StandardInputPipe { get; private init; } = PipeSource.Null;

    public PipeTarget StandardOutputPipe { get; private init; } = PipeTarget.Null;

    public PipeTarget StandardErrorPipe { get; private init; } = PipeTarget.Null;

    public Command WithTargetFile(string targetFilePath) => new(this) { TargetFilePath = targetFilePath };

    /// <summary>Takes the arguments as one string, as it is: quoting is the caller's affair.</summary>
    public Command WithArguments(string arguments) => new(this) { Arguments = arguments };

    public Command WithArguments(IEnumerable<string> arguments, bool escape) =>
        WithArguments(builder => builder.Add(arguments, escape));

    /// <summary>Takes the arguments one by one and quotes them where that is needed.</summary>
    public Command WithArguments(IEnumerable<string> arguments) => WithArguments(arguments, escape: true);

    public Command WithArguments(Action<ArgumentsBuilder> configure)
    {
        var builder = new ArgumentsBuilder();
        configure(builder);
        return WithArguments(builder.Build());
    }

    public Command WithWorkingDirectory(string workingDirPath) => new(this) { WorkingDirPath = workingDirPath };

    /// <summary>Adds to the caller's environment; a variable whose value is <c>null</c> is removed from it.</summary>
    public Command WithEnvironmentVariables(IReadOnlyDictionary<string, string?> environmentVariables) =>
        new(this) { EnvironmentVariables = new Dictionary<string, string?>(environmentVariables) };

    public Command WithEnvironmentVariables(Action<EnvironmentVariablesBuilder> configure)
    {
        var builder = new EnvironmentVariablesBuilder();
        configure(builder);
        return WithEnvironmentVariables(builder.Build());
    }

    public Command WithValidation(CommandResultValidation validation) => new(this) { Validation = validation };

    public Command WithStandardInputPipe(PipeSource source) => new(this) { StandardInputPipe = source };

    public Command WithStandardOutputPipe(PipeTarget target) => new(this) { StandardOutputPipe = target };

    public Command WithStandardErrorPipe(PipeTarget target) => new(this) { StandardErrorPipe = target };

    /// <summary>The command line.</summary>
    public override string ToString() => $"{TargetFilePath} {Arguments}";
}
