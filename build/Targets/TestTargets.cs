using Harness.Build.Testing;
using static Bullseye.Targets;
using static SimpleExec.Command;

namespace Harness.Build.Targets;

/// <summary>All test projects, one after the other, and their totals; and the test that takes long.</summary>
internal static class TestTargets
{
    private const string Rounds = "HARNESS_SOAK_ROUNDS";

    public static void Add()
    {
        Target("test", "Run every test project", dependsOn: ["build", "engine", "fixtures"], async () =>
        {
            await TestTools.ProvideAsync();
            await TestRun.AllAsync();
        });

        Target("soak", $"Kill Harness at 100 random moments ({Rounds}) and see that nothing is left", dependsOn: ["build", "engine", "fixtures"], () => RunAsync(
            "dotnet",
            [
                "test", Paths.Project("tests", "Harness.Tests"), "--configuration", "Release", "--no-build",
                "--filter", "FullyQualifiedName~KilledAnytimeTests", "--logger", "console;verbosity=detailed",
            ],
            configureEnvironment: variables => variables[Rounds] = Environment.GetEnvironmentVariable(Rounds) ?? "100"));
    }
}
