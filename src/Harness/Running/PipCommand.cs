using Harness.Suites;

namespace Harness.Running;

/// <summary>Command lines of pip.</summary>
public static class PipCommand
{
    /// <summary>pip itself, aimed at the sandbox's environment.</summary>
    public static IReadOnlyList<string> Base(Suite suite, PythonFacts facts) => suite.Python switch
    {
        { Environment: PythonEnvironment.System } => [facts.Executable, "-m", "pip"],
        { Toolchain.Count: 0 } when facts.PipReachesOthers => [facts.Executable, "-m", "pip", "--python", SandboxPaths.VenvPython],
        _ => [SandboxPaths.VenvPython, "-m", "pip"],
    };

    /// <summary>
    /// The same command without a detour: all that <c>pip --python</c> does is load itself, and start itself again over there.
    /// </summary>
    public static IReadOnlyList<string> Direct(IReadOnlyList<string> pip, PythonFacts facts) =>
        facts.PipRunner is { } runner && pip is [_, "-m", "pip", "--python", var interpreter, ..] ? [interpreter, runner, .. pip.Skip(5)] : pip;

    /// <summary>
    /// Makes the virtual environment. Leaving pip out of it saves seconds; it is put in only where it is asked for
    /// or where the image's pip cannot reach into another environment.
    /// </summary>
    public static IReadOnlyList<string> CreateVenv(Suite suite, PythonFacts facts) =>
        suite.Python.Toolchain.Count == 0 && facts.PipReachesOthers
            ? [facts.Executable, "-m", "venv", "--without-pip", SandboxPaths.Venv]
            : [facts.Executable, "-m", "venv", SandboxPaths.Venv];

    /// <summary>Installs the exact versions of the toolchain.</summary>
    public static IReadOnlyList<string> Toolchain(Suite suite, PythonFacts facts) =>
    [
        .. Base(suite, facts),
        "install", "--upgrade", .. Sources(suite.Python),
        .. suite.Python.Toolchain.Select(tool => $"{tool.Key}=={tool.Value}"),
    ];

    /// <summary>Installs the requirements.</summary>
    public static IReadOnlyList<string> Install(Suite suite, PythonFacts facts, SandboxMounts mounts) =>
    [
        .. Base(suite, facts),
        "--log", SandboxPaths.PipLog,
        "install", .. facts.PipReports ? new[] { "--report", SandboxPaths.PipReport } : [],
        .. suite.Python.Requirements.SelectMany(file => new[] { "-r", mounts.Inside(file) }),
        .. suite.Python.Constraints.SelectMany(file => new[] { "-c", mounts.Inside(file) }),
        .. suite.Python.BuildConstraints.SelectMany(file => new[] { "--build-constraint", mounts.Inside(file) }),
        .. Binary(suite.Python),
        .. Sources(suite.Python),
    ];

    private static IEnumerable<string> Binary(PythonOptions python)
    {
        if (python.Binary == BinaryPolicy.Prefer)
            yield return "--prefer-binary";
        if (python.Binary == BinaryPolicy.Only)
            yield return "--only-binary=:all:";
        else if (python.OnlyBinary.Count > 0)
            yield return "--only-binary=" + string.Join(',', python.OnlyBinary);
    }

    private static IEnumerable<string> Sources(PythonOptions python)
    {
        if (python.NoIndex)
            yield return "--no-index";
        if (python.Wheelhouse is not null)
        {
            yield return "--find-links";
            yield return SandboxPaths.Wheelhouse;
        }
    }
}
