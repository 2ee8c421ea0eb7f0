using System.IO.Compression;
using System.Text.Json;
using Harness.Benchmarks.Measuring;
using Harness.Benchmarks.Tools;

namespace Harness.Benchmarks.Groups;

/// <summary>
/// What the hashes of 10,000 installed files cost on top of the install: how much longer the step that lists an environment takes
/// with them than without, against the install itself.
/// </summary>
internal sealed class ManifestCost(Surroundings surroundings)
{
    private const int Many = 10_000;
    private const double MostOfInstall = 0.05;

    public async Task<ContestResult> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("harness-bench-");
        // The steps' user is not this one.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            Write(folder, "many", Many);
            Write(folder, "few", 1);
            List<Sample> manifest = [], install = [];
            for (var round = 0; round < rounds; round++)
            {
                var many = await StepsAsync(folder, "many", cancellationToken);
                var few = await StepsAsync(folder, "few", cancellationToken);
                manifest.Add(new(Math.Max(0, many["freeze"] - few["freeze"])));
                install.Add(new(many["install"]));
            }

            Series[] series = [new("the manifest", manifest), new("the install", install)];
            return new("run", $"The hashes of {Many} installed files", series, [Target.Ratio(series[0], series[1], MostOfInstall)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<Dictionary<string, double>> StepsAsync(DirectoryInfo folder, string name, CancellationToken cancellationToken)
    {
        var output = Path.Combine(folder.FullName, "out");
        await MeasuredProcess.RunAsync([surroundings.Tool, "run", Path.Combine(folder.FullName, name), "--output", output, "--quiet"], watch: false, cancellationToken);
        using var record = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(output, name, "result.json"), cancellationToken));
        return record.RootElement.GetProperty("runs")[0].GetProperty("attempts")[0].GetProperty("steps").EnumerateArray()
            .ToDictionary(step => step.GetProperty("name").GetString()!, step => step.GetProperty("durationSeconds").GetDouble());
    }

    private void Write(DirectoryInfo root, string name, int files)
    {
        var folder = root.CreateSubdirectory(name).FullName;
        File.WriteAllText(Path.Combine(folder, "requirements.txt"), "many==1.0\n");
        File.WriteAllText(Path.Combine(folder, "smoke.yml"), $$"""
            schema: 1
            name: {{name}}
            image: {{surroundings.Image}}
            python: {requirements: [requirements.txt], wheelhouse: .}
            runs: 1
            tests:
              - {name: python, run: [python, --version]}

            """);
        using var wheel = ZipFile.Open(Path.Combine(folder, "many-1.0-py3-none-any.whl"), ZipArchiveMode.Create);
        var record = new List<string>();
        for (var file = 0; file < files; file++)
            Add($"many/part_{file / 100}/file_{file}.py", $"VALUE = {file}\n" + string.Concat(Enumerable.Repeat("# a line of a module like many others\n", 50)));
        Add("many-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: many\nVersion: 1.0\n");
        Add("many-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nGenerator: bench\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        Add("many-1.0.dist-info/RECORD", string.Concat(record) + "many-1.0.dist-info/RECORD,,\n");

        void Add(string path, string text)
        {
            using var writer = new StreamWriter(wheel.CreateEntry(path, CompressionLevel.Fastest).Open());
            writer.Write(text);
            record.Add($"{path},,\n");
        }
    }
}
