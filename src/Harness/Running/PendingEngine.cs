using Harness.Engines;
using Harness.Engines.Discovery;

namespace Harness.Running;

/// <summary>An engine that is connected to while other things are done; closed with this, whether or not anybody asked for it.</summary>
internal sealed class PendingEngine : IAsyncDisposable
{
    private readonly CancellationTokenSource giveUp;

    private PendingEngine(EngineChoice choice, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Connection = Task.Run(() => EngineConnector.ConnectAsync(choice, environment, giveUp.Token), CancellationToken.None);
    }

    /// <summary>Ends when it has answered, or will not.</summary>
    public Task<EngineConnection> Connection { get; }

    public static PendingEngine Connect(EngineChoice choice, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken) =>
        new(choice, environment, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await giveUp.CancelAsync().ConfigureAwait(false);
        await ((Task)Connection).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Connection.IsCompletedSuccessfully)
            await (await Connection.ConfigureAwait(false)).Engine.DisposeAsync().ConfigureAwait(false);
        giveUp.Dispose();
    }
}
