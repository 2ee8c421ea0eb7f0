using Harness.Evidence;
using Harness.Suites;

namespace Harness.Reproducibility.Pinning;

/// <summary>What a run installed from.</summary>
/// <param name="Suite">The suite as it is now, or what it is without its pins when that is what ran.</param>
/// <param name="Problem">Why the run cannot be pinned, with the remedy; null when it can.</param>
internal sealed record PinnedRun(Suite Suite, string? Problem)
{
    /// <summary>Reads the journal; without one, the run is taken to be of the suite as it is now.</summary>
    public static PinnedRun Of(Suite suite, SuiteFolder folder)
    {
        var about = JournalReader.Read(folder.Journal).Entries.FirstOrDefault(entry => entry.Suite is not null)?.Suite;
        var without = PinnedInputs.Without(suite);
        var ran = about is not null && Inputs(about.Suite).SequenceEqual(Inputs(without)) ? without : suite;
        if (about is not null && Changed(ran, about) is { } changed)
            return new(ran, $"{changed} has changed since the run of suite {suite.Name}. Run it again.");
        return PinnedInputs.OutdatedLockOf(ran) is { } path
            ? new(ran, $"Requirements have changed since {PinnedInputs.Named(suite, path)} was made from them, and the run of suite {suite.Name} installed the latter. {PinnedInputs.Remedy}")
            : new(ran, null);
    }

    // Relative to the suite: the run may have been on another machine.
    private static IEnumerable<string> Inputs(Suite suite) =>
        suite.Python.Requirements.Concat(suite.Python.Constraints).Select(path => PinnedInputs.Named(suite, path));

    // Files of a pin's do not count: an earlier pin of the same run may have written them anew.
    private static string? Changed(Suite ran, SuiteEvidence about)
    {
        var then = about.Inputs.ToDictionary(input => Within(about.Suite, input), input => input.Text, StringComparer.Ordinal);
        return InputFiles.Read(ran, Redactor.Create(ran.Secrets))
            .FirstOrDefault(input => PinHeader.Of(input.Text) is null && then.TryGetValue(Within(ran, input), out var text) && text != input.Text)?.File;
    }

    private static string Within(Suite suite, InputFile input) =>
        Path.GetRelativePath(Path.GetDirectoryName(suite.DisplayFile) is { Length: > 0 } folder ? folder : ".", input.File).Replace('\\', '/');
}
