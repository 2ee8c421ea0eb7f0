using Harness.Diagnosis;

namespace Harness.Suites.Linting;

/// <summary>Looks into the files that a sound suite names, for what would fail or drift once containers run.</summary>
internal static class SuiteLinter
{
    private const int MostOfAKind = 10;

    /// <summary>Everything found; of one kind only so much as is read.</summary>
    public static IReadOnlyList<SuiteDiagnostic> Check(Suite suite)
    {
        var files = RequirementFiles.Read(suite);
        return
        [
            .. Cut([.. AbsentIncludes.Check(files)]),
            .. Cut([.. AbsentLocals.Check(suite, files)]),
            .. Cut([.. UnreadableRequirements.Check(files)]),
            .. ConstraintHashes.Check(files),
            .. UnreachedLimits.Check(suite),
            .. OutdatedLock.Check(suite),
            .. Cut([.. ContradictedRequirements.Check(files)]),
            .. Cut([.. UnwritableProjects.Check(suite, files)]),
            .. Cut([.. UnconstrainedRequirements.Check(files)]),
            .. Cut([.. MissingWheels.Check(suite, files)]),
        ];
    }

    internal static SuiteDiagnostic Warning(string name, SourcePosition position, string message, string remedy) =>
        new(CauseCatalog.Get(name).Code, DiagnosticSeverity.Warning, position, message, remedy);

    private static IEnumerable<SuiteDiagnostic> Cut(IReadOnlyList<SuiteDiagnostic> found) => found.Count <= MostOfAKind
        ? found
        : [.. found.Take(MostOfAKind - 1), found[MostOfAKind - 1] with { Message = $"{found[MostOfAKind - 1].Message} There are {found.Count - MostOfAKind} more such lines." }];
}
