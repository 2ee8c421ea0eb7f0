using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.MSBuild;

/// <summary>Builds that are told to end while a container runs.</summary>
[Collection("builds")]
public sealed class CancellationTests(BuildBed bed)
{
    private const int Patience = 120_000;

    [Theory(Timeout = Patience)]
    [InlineData("INT", 1)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_the_containers_and_the_build_is_not_green(string signal, int exitCode)
    {
        var suite = bed.Single.Clean().Suite("signalled", "  - {name: sleeper, run: [sleep, \"600\"], timeout: 5m}\n", image: RealEngine.Image);

        var (code, output) = await SignalledAsync(bed.Single, signal);

        Assert.Equal(exitCode, code);
        Assert.Contains($"{suite} : error HARN4105: The run was interrupted during test:sleeper.", output);
        Assert.Empty(await RealEngine.ContainersAsync("signalled"));
    }

    [Fact(Timeout = Patience)]
    public async Task A_solution_answers_signals_as_a_project_does()
    {
        bed.InSolution("first").Clean().Suite("signalled", "  - {name: sleeper, run: [sleep, \"600\"], timeout: 5m}\n", image: RealEngine.Image);
        bed.InSolution("second").Clean().Suite("untouched", image: RealEngine.Image);

        var (code, output) = await SignalledAsync(bed.Solution, "TERM", "S.slnx", "-m");

        Assert.Equal(143, code);
        Assert.Contains("signalled: interrupted", output);
        Assert.DoesNotContain("untouched", output);
        Assert.Empty(await RealEngine.ContainersAsync("signalled"));
    }

    private static Task<(int Code, string Output)> SignalledAsync(BuildFolder folder, string signal, params string[] arguments) => folder.SmokeTestUntilAsync(
        BuildFolder.Environment,
        "test:sleeper ...",
        async process => (await DotNet.RunAsync("kill", folder.Path, [$"-{signal}", $"{process}"])).ShouldSucceed(),
        arguments);
}
