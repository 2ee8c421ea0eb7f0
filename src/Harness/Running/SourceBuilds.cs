using System.Text;
using Harness.Evidence;
using Harness.Reproducibility.Pip;

namespace Harness.Running;

/// <summary>Packages that were built from source, by pip's report.</summary>
internal static class SourceBuilds
{
    /// <summary>One line for each; empty when all came as wheels or there is no report.</summary>
    public static IReadOnlyList<string> In(string? report) => report is null || PipReport.Parse(Encoding.UTF8.GetBytes(report)) is not { } parsed
        ? []
        : [.. parsed.Items.Where(item => item.Origin is { IsWheel: false })
            .Select(item => $"{item.Name} {item.Version} was built from source ({item.Origin!.FileName})")];

    /// <summary>The install's step, failed for them.</summary>
    public static StepEvidence Fail(StepEvidence install, IReadOnlyList<string> built) =>
        install with { Result = install.Result with { Outcome = Outcome.Failed, Unmet = built } };
}
