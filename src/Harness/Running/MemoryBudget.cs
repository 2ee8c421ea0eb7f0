using Harness.Suites;
using Harness.Suites.Reading;

namespace Harness.Running;

/// <summary>Reads the memory that all containers may be granted together, as every host takes it.</summary>
public static class MemoryBudget
{
    /// <summary>What it takes, in words.</summary>
    public static string Expected { get; } = $"a size of at least {ByteSize.Format(LimitsSection.SmallestMemory)}, such as 512MiB or 4GiB";

    /// <summary>Reads a size in bytes; null when it is none, or too little for any container, as a number whose unit was forgotten is.</summary>
    public static long? Parse(string text) => ByteSize.TryParse(text, out var bytes) && bytes >= LimitsSection.SmallestMemory ? bytes : null;
}
