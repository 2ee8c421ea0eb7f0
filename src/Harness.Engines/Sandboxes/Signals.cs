namespace Harness.Engines.Sandboxes;

/// <summary>Signals, and the exit codes that stand for them.</summary>
internal static class Signals
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>The code of a process that SIGKILL ended, and of one that returned 137 itself.</summary>
    public const int KilledCode = 128 + Kill;

    private const int LastClassic = 31;

    /// <summary>The signal an exit code stands for; null if it stands for none.</summary>
    public static int? FromExitCode(int? code) => code is > 128 and <= 128 + LastClassic ? code - 128 : null;
}
