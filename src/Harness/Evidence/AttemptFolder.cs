namespace Harness.Evidence;

/// <summary>What one attempt leaves behind.</summary>
public sealed class AttemptFolder
{
    private readonly int attempt;
    private readonly int run;

    internal AttemptFolder(SuiteFolder suite, int run, int attempt)
    {
        Suite = suite;
        this.run = run;
        this.attempt = attempt;
    }

    /// <summary>The suite's folder it is in.</summary>
    public SuiteFolder Suite { get; }

    /// <summary>Absolute path of the folder.</summary>
    public string Path => Suite.In($"run-{run}", $"attempt-{attempt}");

    /// <summary>What <c>pip freeze --all --local</c> printed.</summary>
    public string Freeze => In("freeze.txt");

    /// <summary>What <c>pip inspect</c> printed.</summary>
    public string Inspect => In("inspect.json");

    /// <summary>pip's own report of the install.</summary>
    public string InstallReport => In("install-report.json");

    /// <summary>Every installed file: a JSON line of <c>path</c>, <c>size</c>, <c>sha256</c>, or <c>path</c> and <c>link</c>.</summary>
    public string Files => In("files.jsonl");

    /// <summary>The end of pip's own log.</summary>
    public string PipLog => In("pip.log");

    /// <summary>The cgroup's counters over time.</summary>
    public string Resources => In("resources.jsonl");

    /// <summary>What the engine reported of the container.</summary>
    public string EngineEvents => In("engine-events.jsonl");

    /// <summary>What the steps found around them.</summary>
    public string Environment => In("environment.json");

    /// <summary>Standard output of a step.</summary>
    /// <param name="number">One-based place of the step in the attempt.</param>
    /// <param name="step">Its name; whatever does not belong in a file name is replaced.</param>
    public string Stdout(int number, string step) => In($"{FileNames.ForStep(number, step)}.stdout.log");

    /// <summary>Standard error of a step.</summary>
    /// <param name="number">One-based place of the step in the attempt.</param>
    /// <param name="step">Its name; whatever does not belong in a file name is replaced.</param>
    public string Stderr(int number, string step) => In($"{FileNames.ForStep(number, step)}.stderr.log");

    /// <summary>Creates the folder.</summary>
    /// <exception cref="ArtifactsException">A link stands in the way.</exception>
    public void Create()
    {
        Links.Refuse(Suite.Artifacts.Path, Path);
        Directory.CreateDirectory(Path);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
