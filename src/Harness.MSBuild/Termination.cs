using System.Runtime.InteropServices;

namespace Harness.MSBuild;

/// <summary>
/// SIGTERM and SIGHUP end a build without a word to its tasks, and the SDK's own handler ends it with 0, as if it had passed. So once
/// smoke tests began, these signals cancel what runs of them, wait for the containers to be gone, and end the process with the signal's
/// code: also between two projects, and while the last runs in another process. SIGINT needs nothing: MSBuild cancels the build, and the
/// build fails.
/// </summary>
internal sealed class Termination : IDisposable
{
    private static readonly TimeSpan LogsArrive = TimeSpan.FromMilliseconds(500);
    private static readonly Lock Gate = new();
    private static readonly List<Termination> Running = [];
    private static PosixSignalRegistration[]? registrations;
    private static bool signalled;

    private readonly Action cancel;
    private readonly ManualResetEventSlim ended = new();

    private Termination(Action cancel) => this.cancel = cancel;

    /// <summary>Calls back, from another thread, when the process is told to end; to be disposed once everything is cleaned up and logged.</summary>
    public static Termination Watch(Action cancel)
    {
        var watch = new Termination(cancel);
        lock (Gate)
        {
            registrations ??= [PosixSignalRegistration.Create(PosixSignal.SIGTERM, End), PosixSignalRegistration.Create(PosixSignal.SIGHUP, End)];
            Running.Add(watch);
        }

        return watch;
    }

    /// <summary>Ends the watch; after a signal it does not return, so that the build cannot go on to be green.</summary>
    public void Dispose()
    {
        ended.Set();
        lock (Gate)
        {
            Running.Remove(this);
            if (!signalled)
                return;
        }

        using var never = new ManualResetEventSlim();
        never.Wait();
    }

    // The handler registered last is called first, and the SDK's, which would end the process with 0, waits until this one returns.
    private static void End(PosixSignalContext context)
    {
        Termination[] running;
        lock (Gate)
        {
            signalled = true;
            running = [.. Running];
        }

        context.Cancel = true;
        Array.ForEach(running, watch => watch.cancel());
        Array.ForEach(running, watch => watch.ended.Wait());
        using var never = new ManualResetEventSlim();
        never.Wait(LogsArrive);
#pragma warning disable RS0030 // there is no way through Program.cs: it is MSBuild's
        Environment.Exit(context.Signal == PosixSignal.SIGHUP ? 129 : 143);
#pragma warning restore RS0030
    }
}
