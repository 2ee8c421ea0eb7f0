using Harness.Reproducibility;

namespace Harness.Running.Varying;

/// <summary>Finds the variation that makes a run differ: further runs vary half as much each, until one is left.</summary>
/// <param name="varied">What the run varied that differs.</param>
/// <param name="drift">How it differs; a run that differs in another way is no answer.</param>
internal sealed class Bisection(IReadOnlyList<string> varied, Comparison drift)
{
    private readonly List<Trial> trials = [];
    private IReadOnlyList<string>? guilty;
    private Trial? answer;

    /// <summary>The comparison with what was found.</summary>
    public Comparison Result => drift with { Variation = new(varied, guilty, [.. trials]) };

    /// <summary>What the next run is to vary. Each is answered before the next one is asked for.</summary>
    public IEnumerable<IReadOnlyList<string>> Questions()
    {
        // Without any variation first: what differs by itself needs none to be blamed.
        yield return [];
        if (Drifts is not false)
        {
            guilty = Drifts is true ? [] : null;
            yield break;
        }

        var suspects = varied;
        var proven = varied.Count == 1;
        while (suspects.Count > 1)
        {
            var half = suspects.Take(suspects.Count / 2).ToList();
            yield return half;
            if (Drifts is not { } drifts)
                yield break;
            suspects = drifts ? half : [.. suspects.Skip(half.Count)];
            proven = drifts && suspects.Count == 1;
        }

        if (!proven)
        {
            // The other half was blamed because this one was not to blame; that it does it alone is still to be seen.
            yield return suspects;
            if (Drifts is not { } alone)
                yield break;
            suspects = alone ? suspects : varied;
        }

        guilty = suspects;
    }

    /// <summary>Answers the last question; null: the run came to nothing.</summary>
    public void Answer(Trial? trial)
    {
        answer = trial;
        if (trial is not null)
            trials.Add(trial);
    }

    private bool? Drifts => answer is null ? null : answer.Verdict == drift.Verdict;
}
