namespace Harness.Running;

/// <summary>
/// How a host asks a run to stop. Asked once, the steps that run get the host's signal and a moment to end; asked again, everything
/// ends at once. Either way the artifacts are written. Safe for use from several threads and from signal handlers.
/// </summary>
public sealed class RunStop : IDisposable
{
    private const int Terminate = 15;

    private readonly CancellationTokenSource kindly = new();
    private readonly CancellationTokenSource atOnce = new();
    private int requests;

    /// <summary>Somebody asked.</summary>
    public CancellationToken Requested => kindly.Token;

    /// <summary>Somebody asked again.</summary>
    public CancellationToken AtOnce => atOnce.Token;

    /// <summary>The signal that is passed on to the steps that run; SIGTERM where the host was told in another way.</summary>
    public int Signal { get; private set; } = Terminate;

    /// <summary>Asks to stop; from the second time on, at once.</summary>
    /// <param name="signal">Number of the signal that the host received.</param>
    public void Request(int signal = Terminate)
    {
        if (Interlocked.Increment(ref requests) > 1)
        {
            atOnce.Cancel();
            return;
        }

        Signal = signal;
        kindly.Cancel();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        kindly.Dispose();
        atOnce.Dispose();
    }
}
