using System.Text;

namespace Harness.Tests.Support;

/// <summary>What is on the engine, asked through its own command line.</summary>
internal static class EngineContainers
{
    public static async Task<IReadOnlyList<string>> OfSuiteAsync(string suite)
    {
        var output = new StringBuilder();
        await (CliWrap.Cli.Wrap("docker").WithArguments(["ps", "-aq", "--filter", $"label=io.harness.suite={suite}"]) | output)
            .ExecuteAsync(TestContext.Current.CancellationToken);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
