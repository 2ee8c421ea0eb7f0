using static SimpleExec.Command;

namespace Harness.Build.Testing;

/// <summary>Runs the test projects one after the other, for they share an engine, and adds up what they report.</summary>
internal static class TestRun
{
    // The test run names the test that hangs; if it hangs itself, it is ended from here.
    private const string HangTimeout = "10m";
    private static readonly TimeSpan ProjectTimeout = TimeSpan.FromMinutes(40);

    private static string TotalsFile => Path.Combine(Paths.TestReports, "totals.txt");

    public static async Task AllAsync()
    {
        if (Directory.Exists(Paths.TestReports))
        {
            Directory.Delete(Paths.TestReports, recursive: true);
        }

        Directory.CreateDirectory(Paths.TestReports);
        var totals = TestTotals.None;

        foreach (var project in Projects())
        {
            totals += await RunProjectAsync(project);
        }

        await File.WriteAllTextAsync(TotalsFile, $"{totals}\n");
        Console.WriteLine(totals);
        Judge(totals, onServer: Environment.GetEnvironmentVariable("CI") == "true");
    }

    /// <exception cref="BuildFailedException">A test failed, or was skipped where everything that tests need can be had.</exception>
    public static void Judge(TestTotals totals, bool onServer)
    {
        if (totals.Failed > 0)
        {
            throw new BuildFailedException($"Tests failed: {totals}. Reports are in {Paths.TestReports}.");
        }

        if (onServer && totals.Skipped > 0)
        {
            throw new BuildFailedException($"Tests were skipped, which CI does not accept: {totals}. Reports are in {Paths.TestReports}.");
        }
    }

    // Only the folders right below tests: those further down are material for tests.
    private static IEnumerable<string> Projects() => Directory
        .GetDirectories(Path.Combine(Paths.Root, "tests"), "*.Tests")
        .Select(folder => Paths.Project("tests", Path.GetFileName(folder)))
        .Order(StringComparer.Ordinal);

    private static async Task<TestTotals> RunProjectAsync(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var report = Path.Combine(Paths.TestReports, $"{name}.xml");
        string[] arguments =
        [
            "test", project, "--configuration", "Release", "--no-build",
            "--logger", $"junit;LogFilePath={report}",
            "--results-directory", Path.Combine(Paths.TestReports, "results"),
            "--blame-hang-timeout", HangTimeout, "--blame-hang-dump-type", "none",
        ];

        using var timeout = new CancellationTokenSource(ProjectTimeout);
        var exitCode = 0;

        try
        {
            await RunAsync("dotnet", arguments, ct: timeout.Token, handleExitCode: code =>
            {
                exitCode = code;
                return true;
            });
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine($"{name} did not end within {ProjectTimeout} and was killed.");
            exitCode = -1;
        }

        if (exitCode != 0)
        {
            TestHosts.EndRemaining(name);
        }

        var totals = JUnitReport.OfProject(File.Exists(report) ? await File.ReadAllTextAsync(report) : null, exitCode);
        Console.WriteLine($"{name}: {totals} (dotnet test ended with {exitCode})");

        return totals;
    }
}
