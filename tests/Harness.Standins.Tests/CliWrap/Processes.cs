using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Harness.Standins.Tests.CliWrap;

/// <summary>Looks at processes that are not children of the test.</summary>
internal static class Processes
{
    /// <summary>Waits until the process is gone, or a zombie, which is all that a container without an init leaves of an orphan.</summary>
    public static async Task<bool> IsGoneAsync(int processId, CancellationToken cancellationToken)
    {
        while (IsRunning(processId))
            await Task.Delay(20, cancellationToken);

        return true;
    }

    public static bool IsRunning(int processId)
    {
        try
        {
            // The state follows the name, which is in brackets and may itself hold anything.
            var status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            return status[status.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Ends a process that a test left behind on purpose.</summary>
    public static void End(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // Gone already.
        }
    }
}
