using Harness.Diagnosis;

namespace Harness.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">Stable name of the check, such as <c>engine-storage</c>.</param>
/// <param name="Status">What it came to.</param>
/// <param name="Measured">What was found, in one line.</param>
public sealed record CheckResult(string Name, CheckStatus Status, string Measured)
{
    /// <summary>What it is about, where there are several: a suite.</summary>
    public string? Subject { get; init; }

    /// <summary>Stable code of what is wrong, which <c>harness explain</c> knows; null when nothing is.</summary>
    public string? Code { get; init; }

    /// <summary>Stable name of what is wrong.</summary>
    public string? Cause { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; init; }

    /// <summary>The user's file at fault.</summary>
    public string? File { get; init; }

    /// <summary>One-based line in <see cref="File"/>.</summary>
    public int? Line { get; init; }

    /// <summary>One-based column in <see cref="File"/>.</summary>
    public int? Column { get; init; }

    internal static CheckResult Passed(string name, string measured) => new(name, CheckStatus.Passed, measured);

    internal static CheckResult Skipped(string name, string why) => new(name, CheckStatus.Skipped, why);

    internal static CheckResult Failed(string name, string cause, string measured, string? remedy = null) =>
        new CheckResult(name, CheckStatus.Failed, measured).Because(cause, remedy);

    internal static CheckResult Warning(string name, string cause, string measured, string? remedy = null) =>
        new CheckResult(name, CheckStatus.Warning, measured).Because(cause, remedy);

    private CheckResult Because(string cause, string? remedy)
    {
        var kind = DoctorCatalog.Find(cause) ?? CauseCatalog.Get(cause);
        return this with { Code = kind.Code, Cause = kind.Name, Remedy = remedy ?? kind.Remedy };
    }
}
