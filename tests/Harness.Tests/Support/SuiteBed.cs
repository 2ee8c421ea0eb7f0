using Harness.Engines;
using Harness.Evidence;
using Harness.Running;

namespace Harness.Tests.Support;

/// <summary>A folder with one suite in it, and what running it came to.</summary>
public sealed class SuiteBed : IDisposable
{
    public const string Passing = "  - {name: python, run: [python, -c, \"import greeter\"]}\n";

    private readonly ScratchFolder folder = new();

    public string Path => folder.Path;

    public string Output => folder.In("out");

    /// <summary>Writes a suite that installs from the fixture's wheels; keys are added as they stand, tests as YAML items.</summary>
    public SuiteBed Write(string tests = Passing, string keys = "", string requirements = "greeter==1.0.0\nwordlist==1.0.0\n", string? image = null)
    {
        // Steps run as an unprivileged user, and temporary folders are private.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        folder.Write("requirements.txt", requirements);
        Directory.CreateDirectory(folder.In("wheels"));
        foreach (var wheel in Directory.EnumerateFiles(RealEngine.Wheels))
            File.Copy(wheel, folder.In("wheels", System.IO.Path.GetFileName(wheel)), overwrite: true);
        folder.Write("smoke.yml",
            $"schema: 1\nname: bed\nimage: {image ?? RealEngine.Image}\npython: {{requirements: [requirements.txt], wheelhouse: wheels}}\n{keys}tests:\n{tests}");
        return this;
    }

    public string WriteRaw(string name, string content) => folder.Write(name, content);

    public async Task<RunReport> RunAsync(
        IRunProgress? progress = null,
        IReadOnlyDictionary<string, string>? environment = null,
        EngineChoice engine = EngineChoice.Auto,
        CancellationToken cancellationToken = default) =>
        await HarnessRun.RunAsync(
            new RunRequest { WorkingDirectory = Path, Output = "out", Engine = engine, Environment = environment ?? RealEngine.Environment },
            progress ?? new Silence(), TimeProvider.System, cancellationToken);

    /// <summary>The record as other programs read it.</summary>
    public SuiteResult Result(string suite = "bed") => ResultFile.Read(System.IO.Path.Combine(Output, suite, "result.json"));

    public void Dispose() => folder.Dispose();

    private sealed class Silence : IRunProgress
    {
        public void Report(RunEvent runEvent)
        {
        }
    }
}
