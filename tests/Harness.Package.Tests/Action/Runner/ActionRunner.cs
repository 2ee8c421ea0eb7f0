using System.Text;
using CliWrap;
using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.Action.Runner;

/// <summary>Uses the action of this checkout as a runner does: its steps, its shell, its files and variables.</summary>
/// <param name="workspace">The folder that the job works in.</param>
/// <param name="temporary">The folder for what is deleted after the job.</param>
public sealed class ActionRunner(string workspace, string temporary)
{
    private static readonly string[] Files = ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE"];

    /// <summary>Variables of the job; null takes one away.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>Called with the shell's process id and each line of output, as it comes.</summary>
    public Func<int, string, Task>? OnLine { get; init; }

    /// <summary>Uses the action.</summary>
    /// <param name="inputs">Its inputs; those that are missing have their defaults.</param>
    public async Task<ActionEnd> UseAsync(params (string Name, string Value)[] inputs)
    {
        var action = ActionFile.Read(Repository.Root);
        var values = action.Inputs.ToDictionary(input => $"inputs.{input.Key}", input => input.Value);
        foreach (var (name, value) in inputs)
            values[values.ContainsKey($"inputs.{name}") ? $"inputs.{name}" : throw new ArgumentException($"There is no input {name}.")] = value;

        var step = Assert.Single(action.Steps);
        Assert.Equal("bash", step.Shell);
        var (exitCode, output, error) = await RunAsync(step, values);

        var outputs = RunnerFile.Read(Content("GITHUB_OUTPUT"));
        foreach (var (name, value) in outputs)
            values[$"steps.{step.Id}.outputs.{name}"] = value;
        return new ActionEnd(exitCode, new RunnerLog(output, error), output + error)
        {
            Outputs = action.Outputs.ToDictionary(entry => entry.Key, entry => Expressions.Expand(entry.Value, values)),
            StepOutputs = outputs,
            Summary = Content("GITHUB_STEP_SUMMARY"),
            Others = Content("GITHUB_ENV") + Content("GITHUB_PATH") + Content("GITHUB_STATE"),
        };
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(ActionStep step, Dictionary<string, string> values)
    {
        var environment = new Dictionary<string, string?>(Environment)
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTION_PATH"] = Repository.Root,
            ["GITHUB_WORKSPACE"] = workspace,
            ["RUNNER_TEMP"] = temporary,
        };
        foreach (var (name, value) in step.Environment)
            environment[name] = Expressions.Expand(value, values);
        foreach (var file in Files)
            await File.WriteAllTextAsync(environment[file] = PathOf(file), "");
        var script = Path.Combine(temporary, "script.sh");
        await File.WriteAllTextAsync(script, Expressions.Expand(step.Script, values));

        var (output, error) = (new StringBuilder(), new StringBuilder());
        var processId = new TaskCompletionSource<int>();
        var pipe = PipeTarget.ToStringBuilder(output);
        if (OnLine is { } onLine)
            pipe = PipeTarget.Merge(pipe, PipeTarget.ToDelegate(async line => await onLine(await processId.Task, line)));
        var task = Cli.Wrap("/bin/bash")
            .WithArguments(["--noprofile", "--norc", "-e", "-o", "pipefail", script])
            .WithWorkingDirectory(workspace)
            .WithEnvironmentVariables(environment)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(pipe)
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error))
            .ExecuteAsync(TestContext.Current.CancellationToken);
        processId.SetResult(task.ProcessId);
        return ((await task).ExitCode, output.ToString(), error.ToString());
    }

    private string Content(string file) => File.ReadAllText(PathOf(file));

    private string PathOf(string file) => Path.Combine(temporary, file);
}
