using Harness.Suites.Reading;

namespace Harness.Sizing;

/// <summary>Finds the least of something that still suffices, when more of it never does harm.</summary>
internal static class Smallest
{
    /// <summary>The smallest memory limit, to about a sixteenth of what is used.</summary>
    /// <param name="tooSmall">A limit that does not suffice; 0 when none is known.</param>
    /// <param name="known">A limit that suffices.</param>
    /// <param name="peak">What was used under it. That holds caches, which are given back when memory is short, so less may do.</param>
    /// <param name="suffices">Tries a limit.</param>
    public static async Task<long> MemoryAsync(long tooSmall, long known, long peak, Func<long, Task<bool>> suffices)
    {
        var step = (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)Math.Max(peak / 16, 1L << 20));
        var floor = Up(LimitsSection.SmallestMemory, step);
        var (fails, passes) = (tooSmall, known);
        // Down from the peak, or from half of what is known where the peak is all of it, by halves, until one is too small.
        var start = Up(peak, step) < known ? Up(peak, step) : Up(known / 2, step);
        for (var next = Math.Max(start, floor); fails == tooSmall && next > fails && next < passes; next = Math.Max(Up(next / 2, step), floor))
        {
            if (await suffices(next).ConfigureAwait(false))
                passes = next;
            else
                fails = next;
        }

        return fails == 0 ? passes : await BetweenAsync(fails, passes, step, suffices).ConfigureAwait(false);
    }

    /// <summary>The smallest multiple of a step that suffices.</summary>
    /// <param name="fails">Does not suffice, or is not worth trying.</param>
    /// <param name="passes">Suffices.</param>
    /// <param name="step">How close to look.</param>
    /// <param name="suffices">Tries a value.</param>
    public static async Task<long> BetweenAsync(long fails, long passes, long step, Func<long, Task<bool>> suffices)
    {
        while (passes - fails > step)
        {
            var middle = Up(fails + ((passes - fails) / 2), step);
            if (middle >= passes)
                middle -= step;
            if (await suffices(middle).ConfigureAwait(false))
                passes = middle;
            else
                fails = middle;
        }

        return passes;
    }

    private static long Up(long value, long step) => (value + step - 1) / step * step;
}
