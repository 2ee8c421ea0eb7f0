using Harness.Engines.Sandboxes;

namespace Harness.Engines.Tests.Support;

/// <summary>What an invocation has on the engine.</summary>
internal static class Labelled
{
    public static Task<IReadOnlyList<ContainerSummary>> ContainersAsync(IContainerEngine engine, string invocation) =>
        engine.ListContainersAsync(new Dictionary<string, string> { [SandboxLabels.Invocation] = invocation }, CancellationToken.None);
}
