using Harness.Doctor.Checks;
using Harness.Running;
using Harness.Suites.Starting;

namespace Harness.Doctor.Injecting;

/// <summary>The image that faults are made in.</summary>
/// <param name="Reference">The image.</param>
/// <param name="From">Who names it, such as <c>smoke.yml</c>.</param>
public sealed record InjectionImage(string Reference, string From)
{
    /// <summary>The image of the first suite that is named or found, since it is the one that is likely to be here; else that of a first suite.</summary>
    /// <param name="request">The suites, which are not run.</param>
    /// <param name="problems">What is wrong with the suites that were named, when none of them is one; then there is no image.</param>
    public static InjectionImage? Of(RunRequest request, out IReadOnlyList<CheckResult> problems)
    {
        var loaded = SuiteLoader.Load(request with { Overrides = request.Overrides with { AllowUnpinned = true } });
        problems = [];
        if (loaded.Suites.FirstOrDefault(suite => suite.Suite is not null) is { Suite.Image: var image, File: var file })
            return new(image, file);
        if (request.Suites.Count == 0)
            return new(FirstSuite.DefaultImage, "no suite here names another");
        problems = [.. SuiteCheck.Of(loaded, searched: false)];
        return null;
    }
}
