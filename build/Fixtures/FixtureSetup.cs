using Harness.Build.Engines;

namespace Harness.Build.Fixtures;

/// <summary>Makes images and wheels, and tells the targets that follow where they are.</summary>
internal static class FixtureSetup
{
    private static string EnvironmentLocation => Path.Combine(Paths.Fixtures, "fixtures.env");

    public static async Task ProvideAsync()
    {
        var engine = await EngineSetup.FindAsync()
            ?? throw new BuildFailedException("No container engine answers: run the target engine first.");

        var image = await FixtureImage.ProvideAsync(engine);

        // Beside Docker; where Podman is the engine it has the image by now.
        if (engine.Host != PrivatePodman.Host && Environment.GetEnvironmentVariable(PrivatePodman.Variable) == PrivatePodman.Host)
        {
            await FixtureImage.PullAsync(new ContainerEngine(EngineKind.Podman, PrivatePodman.Host), image);
        }

        await Wheelhouse.ProvideAsync(engine, image);
        Wheelhouse.CopyToQuickStart();
        var toolchain = await FixtureImage.ProvideToolchainAsync(engine, image);

        EnvironmentFile.Export(EnvironmentLocation, new Dictionary<string, string>
        {
            [FixtureImage.Variable] = image,
            [FixtureImage.ToolchainVariable] = toolchain ?? "", // rather than what a shell sourced before
            [Wheelhouse.Variable] = Wheelhouse.Location,
        });

        Console.WriteLine($"Image: {image}");
        Console.WriteLine($"Image with a compiler: {toolchain ?? "none, so that what compiles is skipped"}");
        Console.WriteLine($"Wheels: {Wheelhouse.Location}");
    }
}
