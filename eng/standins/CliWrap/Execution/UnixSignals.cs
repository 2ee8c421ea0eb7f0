using System.Runtime.InteropServices;

namespace CliWrap.Execution;

/// <summary>The one signal that .NET cannot send.</summary>
internal static partial class UnixSignals
{
    private const int Interrupt = 2; // SIGINT, on every Unix

    /// <summary>Interrupts the process as Ctrl+C would; false if there is no such process or it belongs to someone else.</summary>
    public static bool TryInterrupt(int processId) => Kill(processId, Interrupt) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
