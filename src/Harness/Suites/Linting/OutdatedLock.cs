using Harness.Evidence;
using Harness.Reproducibility.Pinning;

namespace Harness.Suites.Linting;

/// <summary>Finds a lock that is installed although the requirements that it was made from have changed since.</summary>
internal static class OutdatedLock
{
    public static IEnumerable<SuiteDiagnostic> Check(Suite suite)
    {
        if (PinnedInputs.OutdatedLockOf(suite) is not { } path || PinHeader.Read(path) is not { } header)
            return [];
        return
        [
            SuiteLinter.Warning(
                "lock-outdated",
                new(InputFiles.Shown(suite, path), 1, 1),
                $"{string.Join(", ", header.Replaced)} changed after {PinnedInputs.Named(suite, path)} was made from it, and the latter is what is installed.",
                PinnedInputs.Remedy),
        ];
    }
}
