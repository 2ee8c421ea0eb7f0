namespace Harness.Diagnosis.Rules;

/// <summary>Names of the signals that end processes; the numbers are Linux's.</summary>
internal static class SignalNames
{
    /// <summary>Such as <c>SIGKILL</c>, or <c>signal 50</c>.</summary>
    public static string Of(int? signal) => signal switch
    {
        1 => "SIGHUP",
        2 => "SIGINT",
        3 => "SIGQUIT",
        4 => "SIGILL",
        5 => "SIGTRAP",
        6 => "SIGABRT",
        7 => "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        15 => "SIGTERM",
        31 => "SIGSYS",
        null => "a signal",
        _ => $"signal {signal}",
    };
}
