using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>The command that runs a process in a container; both engines take the same.</summary>
internal static class ExecArguments
{
    public static ProgramCall From(string id, ExecSpec spec)
    {
        var environment = PassedEnvironment.Of(spec.Environment);
        string[] arguments =
        [
            // Without --interactive: the process finds its input ended, and the environment is read from the command's.
            "exec", "--user", spec.User, "--workdir", spec.WorkingDirectory, .. environment.Arguments, id, .. spec.Command,
        ];
        return new ProgramCall(arguments) { Environment = environment.Variables, Input = environment.Input };
    }
}
