using Harness.Evidence;
using Harness.Reproducibility.Pinning;
using Harness.Suites;
using Harness.Tests.Reporting;
using Harness.Tests.Support;

namespace Harness.Tests.Reproducibility.Pinning;

/// <summary>A suite that ran, as its artifacts tell, and what would be pinned of it.</summary>
internal sealed class PinBed : IDisposable
{
    public const string Digest = Tests.Suites.SuiteFolder.Digest;

    public const string Report =
        """
        {"version": "1", "pip_version": "24.0", "install": [
          {"metadata": {"name": "idna", "version": "3.6"}, "download_info": {"url": "https://user:word@index/idna-3.6-py3-none-any.whl", "archive_info": {"hashes": {"sha256": "aa"}}}},
          {"metadata": {"name": "Flask", "version": "3.0"}, "download_info": {"url": "file:///wheels/flask-3.0.tar.gz", "archive_info": {"hash": "sha256=ff"}}}]}
        """;

    public ScratchFolder Scratch { get; } = new();

    public SuiteResult Green { get; } = Samples.Passed with { Image = new("python:3.11", Digest), Environment = new() { Python = "3.11.9" } };

    public void Dispose() => Scratch.Dispose();

    public static void Write(PinPlan plan)
    {
        foreach (var file in plan.Files)
            File.WriteAllText(file.Path, file.Text);
    }

    public static string Yaml(string image) =>
        $"name: api\nimage: {image} # the one\npython: {{requirements: [requirements.txt], wheelhouse: wheels}}\ntests: [{{name: t, run: \"true\"}}]\n";

    public void Journaled(Suite suite)
    {
        using var journal = new Journal(Scratch.In("out", "api", "journal.jsonl"), TimeProvider.System);
        journal.Suite(SuiteEvidence.Of(suite, Redactor.None));
    }

    public void Ran(SuiteResult result, string report = Report, string freeze = "idna==3.6\nFlask==3.0\npip==24.0\n")
    {
        ResultFile.Write(Scratch.In("out", "api", "result.json"), result);
        Scratch.Write("out/api/run-1/attempt-1/install-report.json", report);
        Scratch.Write("out/api/run-1/attempt-1/freeze.txt", freeze);
        Scratch.Write("requirements.txt", "flask\n");
        Directory.CreateDirectory(Scratch.In("wheels"));
    }

    public PinPlan Plan(PinOptions? options = null, string image = "python:3.11", string requirements = "flask\n") =>
        Pinner.Plan(Suite(requirements, image), new ArtifactsFolder(Scratch.In("out")), options ?? new());

    public Suite Suite(string requirements = "flask\n", string image = "python:3.11")
    {
        if (!File.Exists(Scratch.In("smoke.yml")))
            Scratch.Write("smoke.yml", Yaml(image));
        Scratch.Write("requirements.txt", requirements);
        Directory.CreateDirectory(Scratch.In("wheels"));
        var read = SuiteReader.Read("smoke.yml", new()
        {
            WorkingDirectory = Scratch.Path,
            Overrides = new() { AllowUnpinned = true },
            Environment = new Dictionary<string, string> { ["IMAGE"] = "python:3.11" },
        });
        Assert.NotNull(read.Suite);
        return read.Suite;
    }
}
