using System.Diagnostics;

namespace Harness.Standins.Tests.Programs;

/// <summary>Programs built along with these tests, run for real. They are started without the library under test.</summary>
public static class BuiltProgram
{
    // What would make a program print for a build server, and what the test host leaves to its children.
    private static readonly string[] Disturbing =
    [
        "APPVEYOR", "GITHUB_ACTIONS", "GITLAB_CI", "TEAMCITY_PROJECT_NAME", "TRAVIS_OS_NAME", "TERM_PROGRAM", "NO_COLOR",
        "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "VSTEST_CONNECTION_TIMEOUT",
    ];

    /// <summary>The path of a project's assembly, in the same configuration as these tests.</summary>
    public static string PathOf(string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, $"{project}.dll");
    }

    /// <summary>Runs the dummy build program.</summary>
    public static Task<ProgramResult> BuildDummyAsync(params string[] args) =>
        DotnetAsync(["exec", PathOf("Harness.Standins.Tests.BuildDummy"), .. args]);

    public static async Task<ProgramResult> DotnetAsync(
        IEnumerable<string> args,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environment = null,
        string input = "")
    {
        var start = new ProcessStartInfo("dotnet", args)
        {
            WorkingDirectory = workingDirectory ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var variable in Disturbing)
            start.Environment.Remove(variable);

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        // Cancelled by the test's own timeout.
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return new ProgramResult(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
