using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Harness.Standins.Tests.Dummy;

/// <summary>How the process ends, or refuses to. Those that wait print <c>ready</c> first.</summary>
internal static class Endings
{
    /// <summary>Longer than any test, short enough that nothing stays behind for long.</summary>
    private static readonly TimeSpan VeryLong = TimeSpan.FromMinutes(2);

    public static int Exit(int code, string complaint)
    {
        if (complaint.Length > 0)
            Console.Error.WriteLine(complaint);

        return code;
    }

    public static int Sleep(long seconds)
    {
        Console.WriteLine("ready");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine("awake");
        return 0;
    }

    /// <summary>Exits with the code when interrupted, and says so.</summary>
    public static int TrapInterrupt(int code)
    {
        using var interrupted = new ManualResetEventSlim();
        using var trap = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            interrupted.Set();
        });

        Console.WriteLine("ready");
        if (!interrupted.Wait(VeryLong))
            return 1;

        Console.WriteLine("interrupted");
        return code;
    }

    /// <summary>Says that it was interrupted and goes on.</summary>
    public static int IgnoreInterrupt()
    {
        using var trap = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            Console.WriteLine("ignored");
        });

        Console.WriteLine("ready");
        Thread.Sleep(VeryLong);
        return 0;
    }

    /// <summary>SIGKILL, which nothing in the process sees coming.</summary>
    public static int KillSelf()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(VeryLong);
        return 0;
    }
}
