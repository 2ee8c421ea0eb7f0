using Harness.Reporting;

namespace Harness.Doctor.Checks;

/// <summary>Whether the machine has the memory that one sandbox may use by default.</summary>
internal static class MemoryCheck
{
    public const string Name = "memory";

    private const long Default = 1L << 30;

    public static CheckResult Of(DoctorFacts facts)
    {
        if (facts.Engine is not { } engine)
            return CheckResult.Skipped(Name, "no engine");
        if (engine.MemoryBytes is not { } total)
            return CheckResult.Skipped(Name, "the engine does not say");
        var available = engine.IsLocal ? facts.Machine.AvailableMemoryBytes : null;
        var measured = available is { } free ? $"{Amounts.Bytes(free)} of {Amounts.Bytes(total)} are available" : $"{Amounts.Bytes(total)} in all";
        return (available ?? total) < Default
            ? CheckResult.Warning(Name, "memory-low", $"{measured}; a sandbox may use {Amounts.Bytes(Default)} unless limits.memory says otherwise")
            : CheckResult.Passed(Name, measured);
    }
}
