using Harness.Reporting;

namespace Harness.Doctor.Checks;

/// <summary>Whether the engine's clock agrees with this machine's.</summary>
internal static class ClockCheck
{
    public const string Name = "clock";

    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Harmful = TimeSpan.FromMinutes(5);

    public static CheckResult Of(DoctorFacts facts)
    {
        if (facts.Engine is not { } engine)
            return CheckResult.Skipped(Name, "no engine");
        if (facts.Skew is not { } skew)
            return engine.IsLocal ? CheckResult.Passed(Name, "the engine uses this machine's clock") : CheckResult.Skipped(Name, "the engine does not say");
        if (skew.Duration() < Noticeable)
            return CheckResult.Passed(Name, "the engine's clock agrees with this machine's");
        var measured = $"the engine's clock is {Amounts.Seconds(skew.Duration().TotalSeconds)} {(skew > TimeSpan.Zero ? "ahead" : "behind")}";
        return skew.Duration() < Harmful ? CheckResult.Warning(Name, "clock-skew", measured) : CheckResult.Failed(Name, "clock-skew", measured);
    }

    /// <summary>How far a clock that was read between two moments is off at least; zero when it lies between them.</summary>
    public static TimeSpan Skew(DateTimeOffset before, DateTimeOffset read, DateTimeOffset after) =>
        read < before ? read - before : read > after ? read - after : TimeSpan.Zero;
}
