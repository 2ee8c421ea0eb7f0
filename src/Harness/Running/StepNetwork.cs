using Harness.Engines.Sandboxes;
using Harness.Suites;

namespace Harness.Running;

/// <summary>
/// Gives each part of an attempt the network that the suite gives it: <c>sanity</c>, <c>toolchain</c>, <c>install</c> and
/// <c>freeze</c> the install's, the tests theirs. The container is on the network or off it as a whole, so that nothing that
/// an earlier step left running keeps a connection.
/// </summary>
internal sealed class StepNetwork(Sandbox sandbox, NetworkOptions wanted)
{
    private bool connected = IsNeeded(wanted);

    /// <summary>Whether the container must be created with a network: engines can give it back later, but not to one that never had it.</summary>
    public static bool IsNeeded(NetworkOptions wanted) => wanted.Install || wanted.Test;

    /// <summary>For all steps up to <c>freeze</c>.</summary>
    public Task ForInstallAsync(CancellationToken cancellationToken) => SwitchAsync(wanted.Install, cancellationToken);

    /// <summary>For the tests.</summary>
    public Task ForTestsAsync(CancellationToken cancellationToken) => SwitchAsync(wanted.Test, cancellationToken);

    private async Task SwitchAsync(bool on, CancellationToken cancellationToken)
    {
        if (on == connected)
            return;
        await (on ? sandbox.ConnectAsync(cancellationToken) : sandbox.DisconnectAsync(cancellationToken)).ConfigureAwait(false);
        connected = on;
    }
}
