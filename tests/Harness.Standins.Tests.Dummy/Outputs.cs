using Microsoft.Win32.SafeHandles;

namespace Harness.Standins.Tests.Dummy;

/// <summary>Writing to <c>stdout</c>, <c>stderr</c> or <c>both</c>.</summary>
internal static class Outputs
{
    /// <summary>The exit code of a writer whose reader has gone: the number of EPIPE.</summary>
    private const int BrokenPipe = 32;

    public static int Echo(string where, string text)
    {
        if (where is "stdout" or "both")
            Console.Out.WriteLine(text);

        if (where is "stderr" or "both")
            Console.Error.WriteLine(text);

        return 0;
    }

    /// <summary>Prints without a line end of its own; <c>\r</c> and <c>\n</c> in the text stand for the characters.</summary>
    public static int EchoRaw(string text)
    {
        Console.Out.Write(text.Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal));
        return 0;
    }

    /// <summary>Numbered lines, in turns on both outputs.</summary>
    public static int Lines(long count)
    {
        for (var number = 1; number <= count; number++)
        {
            Console.Out.WriteLine($"out {number}");
            Console.Error.WriteLine($"err {number}");
        }

        return 0;
    }

    /// <summary>Bytes that count from 0 to 250 again and again: a prime period, which no buffer size hides behind.</summary>
    public static int Spam(string where, long bytes)
    {
        int[] descriptors = where switch
        {
            "stdout" => [1],
            "stderr" => [2],
            _ => [1, 2],
        };

        try
        {
            // One thread each, as a reader that drains them one after the other must not pass for one that drains both.
            Parallel.ForEach(descriptors, descriptor => Write(descriptor, bytes));
            return 0;
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is IOException))
        {
            return BrokenPipe;
        }
    }

    public static int LateSpam(int milliseconds, string where, long bytes)
    {
        Thread.Sleep(milliseconds);
        return Spam(where, bytes);
    }

    // Unlike Console, a file stream does not hide that nobody reads.
    private static void Write(int descriptor, long bytes)
    {
        const int period = 251;
        var pattern = new byte[period * 256];
        for (var index = 0; index < pattern.Length; index++)
            pattern[index] = (byte)(index % period);

        using var handle = new SafeFileHandle(descriptor, ownsHandle: false);
        using var stream = new FileStream(handle, FileAccess.Write, bufferSize: 0);
        for (var left = bytes; left > 0; left -= pattern.Length)
            stream.Write(pattern, 0, (int)Math.Min(left, pattern.Length));
    }
}
