using System.Runtime.InteropServices;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary>
/// Turns SIGINT, SIGTERM and SIGHUP into requests to stop, so that steps hear of them, containers are ended and artifacts written. A
/// second signal ends everything at once, still with artifacts; a third ends the process, and <c>harness reap</c> removes what it leaves.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly List<PosixSignalRegistration> registrations = [];
    private int signals;

    public Interruption()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            registrations.Add(PosixSignalRegistration.Create(signal, Handle));
    }

    public RunStop Stop { get; } = new();

    /// <summary>128 plus the number of the first signal; null when none came.</summary>
    public int? ExitCode { get; private set; }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        Stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref signals) > 2)
            return; // the runtime's own handling follows: the process ends
        var number = context.Signal switch
        {
            PosixSignal.SIGTERM => 15,
            PosixSignal.SIGHUP => 1,
            _ => 2,
        };
        ExitCode ??= 128 + number;
        context.Cancel = true;
        Stop.Request(number);
    }
}
