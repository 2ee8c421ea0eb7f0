using Harness.Build.Engines;
using static SimpleExec.Command;

namespace Harness.Build.Fixtures;

/// <summary>Gets Python images into the engine, under references that pin them.</summary>
internal static class FixtureImage
{
    public const string Variable = "HARNESS_FIXTURE_IMAGE";

    /// <summary>Names the image with a C compiler.</summary>
    public const string ToolchainVariable = "HARNESS_FIXTURE_TOOLCHAIN_IMAGE";

    // What a machine uses that cannot make the image of Debian packages.
    private const string Published = "python:3.11.9-slim-bookworm@sha256:8fb099199b9f2d70342674bd9dbccd3ed03a258f26bbd1d556822c6dfc60c317";
    private const string Repository = "harness/python";
    private const string Tag = "3.11";

    /// <returns>The reference, which the engine has.</returns>
    public static async Task<string> ProvideAsync(ContainerEngine engine)
    {
        var reference = Chosen(Environment.GetEnvironmentVariable(Variable))
            ?? (DebianPackages.CanInstall ? await PushAsync(BaseImage.ProvideAsync, BaseImage.Layout, Tag) : Published);

        await PullAsync(engine, reference);

        return reference;
    }

    /// <param name="engine">The engine that is to have it.</param>
    /// <param name="image">The image without a compiler.</param>
    /// <returns>The reference of the image with one; null where neither is our own, nor one chosen.</returns>
    public static async Task<string?> ProvideToolchainAsync(ContainerEngine engine, string image)
    {
        var reference = Chosen(Environment.GetEnvironmentVariable(ToolchainVariable))
            ?? (Chosen(image) is null ? await PushAsync(ToolchainImage.ProvideAsync, ToolchainImage.Layout, $"{Tag}-gcc") : null);

        if (reference is not null)
        {
            await PullAsync(engine, reference);
        }

        return reference;
    }

    /// <summary>Pulls it, unless the engine has it.</summary>
    public static async Task PullAsync(ContainerEngine engine, string reference)
    {
        if (!await HasAsync(engine, reference))
        {
            await RunAsync(engine.Cli, ["pull", "--quiet", .. Insecure(engine, reference), reference]);
        }
    }

    /// <summary>The caller's choice. Our own references are none: a shell that sourced fixtures.env still has the last one.</summary>
    public static string? Chosen(string? variable) =>
        string.IsNullOrEmpty(variable) || variable.StartsWith("localhost:", StringComparison.Ordinal) ? null : variable;

    private static async Task<string> PushAsync(Func<Task<string>> provideAsync, string layout, string tag)
    {
        await DebianPackages.InstallMissingAsync();
        var digest = await provideAsync();
        var settings = await Registry.ProvideAsync(EngineSettings.LoadOrChoose());
        var repository = $"localhost:{settings.RegistryPort}/{Repository}";

        // Layers that the registry has are not sent again.
        string[] copy = ["copy", "--quiet", "--preserve-digests", "--dest-tls-verify=false"];
        await RunAsync("skopeo", [.. copy, $"oci:{layout}", $"docker://{repository}:{tag}"]);

        return $"{repository}@{digest}";
    }

    private static async Task<bool> HasAsync(ContainerEngine engine, string reference)
    {
        var has = true;
        await ReadAsync(engine.Cli, ["image", "inspect", reference], handleExitCode: code =>
        {
            has = code == 0;
            return true;
        });

        return has;
    }

    // Docker trusts every registry on the loopback, Podman none.
    private static string[] Insecure(ContainerEngine engine, string reference) =>
        engine.Kind == EngineKind.Podman && Chosen(reference) is null ? ["--tls-verify=false"] : [];
}
