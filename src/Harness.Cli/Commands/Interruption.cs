using System.Runtime.InteropServices;

namespace Harness.Cli.Commands;

/// <summary>
/// Turns SIGINT, SIGTERM and SIGHUP into cancellation, so that containers are ended and artifacts written. A second signal ends the
/// process at once; <c>harness reap</c> removes what it leaves.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private int signalled;

    public Interruption()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            registrations.Add(PosixSignalRegistration.Create(signal, Handle));
    }

    public CancellationToken Token => source.Token;

    /// <summary>128 plus the number of the signal; null when none came.</summary>
    public int? ExitCode { get; private set; }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref signalled) > 1)
            return; // the runtime's own handling follows: the process ends
        ExitCode = context.Signal switch
        {
            PosixSignal.SIGTERM => 143,
            PosixSignal.SIGHUP => 129,
            _ => 130,
        };
        context.Cancel = true;
        source.Cancel();
    }
}
