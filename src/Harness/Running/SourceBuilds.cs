using System.Text;
using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reproducibility.Pip;
using Harness.Suites;

namespace Harness.Running;

/// <summary>Packages that were built from source, by pip's report.</summary>
internal static class SourceBuilds
{
    /// <summary>One line for each; empty when all came as wheels or there is no report.</summary>
    public static IReadOnlyList<string> In(string? report) => report is null || PipReport.Parse(Encoding.UTF8.GetBytes(report)) is not { } parsed
        ? []
        : [.. parsed.Items.Where(item => item.Origin is { IsWheel: false })
            .Select(item => $"{item.Name} {item.Version} was built from source ({item.Origin!.FileName})")];

    /// <summary>One warning for each, where the suite asks for them.</summary>
    public static IEnumerable<Cause> Warnings(Suite suite, ResolvedEnvironment? environment) => suite.SourceBuilds != SourceBuildPolicy.Warn
        ? []
        : from package in environment?.Packages ?? []
          where package.Archive is { } archive && !archive.EndsWith(".whl", StringComparison.OrdinalIgnoreCase)
          select CauseBuilder.Create("source-build", Confidence.Witnessed,
              $"{package.Name} {package.Version} was built from source ({package.Archive}).",
              $"Add {package.Name} to python.only-binary and choose a version that has a wheel, or set source-builds: allow.") with
          { Subject = package.Name };

    /// <summary>The install's step, failed for them.</summary>
    public static StepEvidence Fail(StepEvidence install, IReadOnlyList<string> built) =>
        install with { Result = install.Result with { Outcome = Outcome.Failed, Unmet = built } };
}
