using Harness.Doctor.Injecting;
using Harness.Evidence;
using Harness.Running;

namespace Harness.Faults.Tests.Lab;

/// <summary>
/// As <see cref="WitnessRemoval"/>, for what several runs or attempts say together: takes every single file of theirs away, and every
/// single witness of each.
/// </summary>
internal static class ComparisonRemoval
{
    /// <summary>Checks a suite that has more than one attempt.</summary>
    public static void Check(SuiteFolder folder, SuiteResult result)
    {
        if (JournalEvidence.Read(folder) is not { Attempts: { Count: > 1 } attempts } recorded)
            return;
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file) != folder.Path).ToList())
        {
            var away = file + ".away";
            File.Move(file, away);
            Check($"{Path.GetRelativePath(folder.Path, file)}", Reexamination.Of(folder)!, result);
            File.Move(away, file);
        }

        foreach (var attempt in attempts)
        {
            foreach (var (witness, rest) in WitnessRemoval.Removals(attempt.Evidence))
            {
                var left = recorded with { Attempts = [.. attempts.Select(other => other == attempt ? other with { Evidence = rest } : other)] };
                Check($"{witness} in run {attempt.Run}, attempt {attempt.Index}", Reexamination.Of(folder, left), result);
            }
        }
    }

    private static void Check(string witness, SuiteResult without, SuiteResult whole)
    {
        if (Injection.First(without) is not { } first)
            return; // nothing is said, and so nothing wrong
        var before = whole.Causes.Concat(whole.Warnings).FirstOrDefault(cause => cause.Name == first.Name);
        Assert.True(
            before is null ? first.Confidence < WitnessRemoval.Sure : first.Confidence <= before.Confidence,
            $"Without {witness}: {first.Name} ({first.Confidence}); with it: {string.Join(", ", whole.Causes.Concat(whole.Warnings).Select(cause => $"{cause.Name} ({cause.Confidence})"))}.");
    }
}
