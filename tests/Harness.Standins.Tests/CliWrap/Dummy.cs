using CliWrap;

namespace Harness.Standins.Tests.CliWrap;

/// <summary>The executable that the tests run, and the limit each of them has.</summary>
internal static class Dummy
{
    /// <summary>In milliseconds. Far above what any test needs, as the machine may be busy.</summary>
    public const int Limit = 60_000;

    public static string Path { get; } = System.IO.Path.Combine(
        AppContext.BaseDirectory,
        OperatingSystem.IsWindows() ? "Harness.Standins.Tests.Dummy.exe" : "Harness.Standins.Tests.Dummy");

    public static Command Run(params string[] arguments) => Cli.Wrap(Path).WithArguments(arguments);
}
