using Harness.Suites;

namespace Harness.Running;

/// <summary>What is executed for each step: the command that runs, and the one that is shown.</summary>
/// <param name="Run">Program and arguments.</param>
/// <param name="Shown">The part a person cares about.</param>
/// <param name="Environment">Added to the sandbox's environment.</param>
/// <param name="WorkingDirectory">Absolute path inside.</param>
internal sealed record StepCommand(
    IReadOnlyList<string> Run,
    IReadOnlyList<string> Shown,
    IReadOnlyDictionary<string, string> Environment,
    string WorkingDirectory)
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static StepCommand Sanity(string python, SandboxMounts mounts) =>
        new([python, "-I", "-c", EmbeddedScript.Sanity, SandboxPaths.Own, .. mounts.Needed], [python, "-I", "-c", "<sanity.py>"], Nothing, "/tmp");

    public static StepCommand Toolchain(Suite suite, PythonFacts facts) =>
        InVenv(suite, facts, PipCommand.Toolchain(suite, facts), createsVenv: true);

    public static StepCommand Install(Suite suite, PythonFacts facts, SandboxMounts mounts) =>
        InVenv(suite, facts, PipCommand.Install(suite, facts, mounts), createsVenv: suite.Python.Toolchain.Count == 0);

    /// <summary>Collects what the install left; with <paramref name="asStep"/> false only what a failed one leaves.</summary>
    public static StepCommand Collect(Suite suite, PythonFacts facts, bool asStep)
    {
        var interpreter = suite.Python.Environment == PythonEnvironment.Venv ? SandboxPaths.VenvPython : facts.Executable;
        var pip = PipCommand.Base(suite, facts);
        var reach = !asStep ? "none" : pip.Contains("--python") ? "base" : "own";
        return new(
            [facts.Executable, "-I", "-c", EmbeddedScript.Collect, SandboxPaths.Own, interpreter, reach, EmbeddedScript.PipLists],
            asStep ? [.. pip, "freeze", "--all", "--local"] : [facts.Executable, "<collect.py>"], Nothing, "/tmp");
    }

    /// <summary>How full the sandbox is.</summary>
    public static StepCommand Space(PythonFacts facts) => new(
        [facts.Executable, "-I", "-c", EmbeddedScript.Collect, SandboxPaths.Own, facts.Executable, "space"], [facts.Executable, "<collect.py>"], Nothing, "/");

    public static StepCommand Test(Suite suite, PythonFacts facts, SmokeTest test)
    {
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in SandboxEnvironment.ForTest(suite.Python, facts.Path ?? "/usr/local/bin:/usr/bin:/bin"))
            environment[name] = value;
        foreach (var (name, value) in test.Environment)
            environment[name] = value;
        return new(test.Command, test.Command, environment, WorkingDirectoryFor(suite));
    }

    private static StepCommand InVenv(Suite suite, PythonFacts facts, IReadOnlyList<string> pip, bool createsVenv)
    {
        var environment = SandboxEnvironment.ForPip(suite.Python);
        var direct = PipCommand.Direct(pip, facts);
        if (!createsVenv || suite.Python.Environment == PythonEnvironment.System)
            return new(direct, pip, environment, WorkingDirectoryFor(suite));

        var venv = PipCommand.CreateVenv(suite, facts);
        if (suite.Python.Requirements.Count == 0 && suite.Python.Toolchain.Count == 0)
            return new(venv, venv, environment, WorkingDirectoryFor(suite));

        // One exec for both: starting a process in a container costs more than making the environment.
        return new(["sh", "-ec", VenvScript(venv.Count), "install", .. venv, .. direct], pip, environment, WorkingDirectoryFor(suite));
    }

    private static string VenvScript(int words) =>
        string.Join(' ', Enumerable.Range(1, words).Select(word => $"\"${word}\"")) + $"; shift {words}; exec \"$@\"";

    private static string WorkingDirectoryFor(Suite suite) =>
        suite.Workspace.Access == WorkspaceAccess.None ? "/tmp" : SandboxPaths.Workspace;
}
