using Harness.Evidence;
using Harness.Suites;
using Harness.Suites.Linting;
using Harness.Suites.Reading;
using Harness.Suites.Wording;

namespace Harness.Reproducibility.Pinning;

/// <summary>Tells what an earlier pin wrote from what the user asks for.</summary>
internal static class PinnedInputs
{
    /// <summary>What to do when requirements and pins have parted.</summary>
    public const string Remedy = "Resolve anew with 'harness run --upgrade', then 'harness pin'.";

    /// <summary>The suite as it was before any pin: without the constraints of one, and with the requirements that a lock stands for.</summary>
    public static Suite Without(Suite suite) => suite with
    {
        Python = suite.Python with
        {
            Requirements = [.. suite.Python.Requirements.SelectMany(path => Lock(path) is { } header ? Originals(suite, header) : [path]).Distinct(StringComparer.Ordinal)],
            Constraints = [.. suite.Python.Constraints.Where(path => PinHeader.Read(path) is null)],
        },
    };

    /// <summary>An error for each file that a lock of the suite stands for and that is not there.</summary>
    public static IReadOnlyList<SuiteDiagnostic> Absent(Suite suite) =>
    [
        .. from path in suite.Python.Requirements
           let header = Lock(path)
           where header is not null
           from original in Originals(suite, header)
           where !File.Exists(original)
           select new SuiteDiagnostic(
               SuiteCodes.Missing,
               DiagnosticSeverity.Error,
               new(InputFiles.Shown(suite, path), 1, 1),
               $"The lock stands for {DisplayText.Quote(Named(suite, original))}, but there is no such file.",
               "Create it with what is to be installed, or name the requirements in the suite."),
    ];

    /// <summary>Whether an earlier pin wrote some of what the suite installs from.</summary>
    public static bool IsPinned(Suite suite) => suite.Python.Requirements.Concat(suite.Python.Constraints).Any(path => PinHeader.Read(path) is not null);

    /// <summary>The lock that the suite installs from; null when there is none.</summary>
    public static string? LockOf(Suite suite) => suite.Python.Requirements.FirstOrDefault(path => Lock(path) is not null);

    /// <summary>The lock that the suite installs from, when what it was made from has changed since; null when not, or when nobody knows.</summary>
    public static string? OutdatedLockOf(Suite suite) =>
        LockOf(suite) is { } path && Lock(path) is { Digest: { } digest } header
        && Originals(suite, header) is var originals && originals.All(File.Exists) && DigestOf(suite, originals) != digest
            ? path
            : null;

    /// <summary>What requirements ask for, as a hash: comments and the ends of lines do not count.</summary>
    public static string DigestOf(Suite suite, IReadOnlyList<string> requirements) =>
        RequirementFiles.Read(suite with { Python = suite.Python with { Requirements = requirements, Constraints = [] } }).Digest;

    /// <summary>A file as the suite would name it.</summary>
    public static string Named(Suite suite, string path) => Path.GetRelativePath(suite.Directory, path).Replace('\\', '/');

    private static PinHeader? Lock(string path) => PinHeader.Read(path) is { Replaced.Count: > 0 } header ? header : null;

    private static List<string> Originals(Suite suite, PinHeader header) => [.. header.Replaced.Select(name => Path.GetFullPath(name, suite.Directory))];
}
