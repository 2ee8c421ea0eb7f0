using Harness.Reproducibility;
using Harness.Running.Varying;

namespace Harness.Tests.Running.Varying;

public sealed class BisectionTests
{
    private static readonly string[] All = ["time-zone", "locale", "hash-seed", "umask", "cpus", "hostname", "user", "working-directory"];

    private readonly List<string> tried = [];

    public static TheoryData<string> Each => [.. All];

    [Theory]
    [MemberData(nameof(Each))]
    public void The_one_that_does_it_is_found_in_at_most_five_runs(string guilty)
    {
        var drift = Search(All, names => names.Contains(guilty));

        Assert.Equal([guilty], drift.Guilty!);
        Assert.InRange(drift.Trials.Count, 4, 5);
        Assert.Equal(All, drift.Varied);
    }

    [Fact]
    public void Nothing_is_varied_first()
    {
        Search(["locale", "umask"], names => names.Contains("umask"));

        Assert.Equal(["", "locale", "umask"], tried);
    }

    [Fact]
    public void What_differs_by_itself_blames_no_variation()
    {
        var drift = Search(All, _ => true);

        Assert.Empty(drift.Guilty!);
        Assert.Single(drift.Trials);
    }

    [Fact]
    public void Two_that_do_it_together_are_named_together()
    {
        var drift = Search(All, names => names.Contains("time-zone") && names.Contains("user"));

        Assert.Equal(All, drift.Guilty!);
    }

    [Fact]
    public void A_single_variation_needs_only_the_run_without_it()
    {
        var drift = Search(["user"], names => names.Contains("user"));

        Assert.Equal(["user"], drift.Guilty!);
        Assert.Equal([""], tried);
    }

    [Fact]
    public void Another_kind_of_difference_is_no_answer()
    {
        var variation = Search(["user"], names => new(3, names, ReproducibilityVerdict.EnvironmentDrift));

        Assert.Equal(["user"], variation.Guilty!); // without it the runs do not differ in this way
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_search_that_cannot_go_on_says_so(int runs)
    {
        var variation = Search(All, names => runs-- == 0
            ? null
            : new(3, names, names.Contains("hash-seed") ? ReproducibilityVerdict.OutcomeDrift : ReproducibilityVerdict.Reproducible));

        Assert.Null(variation.Guilty);
    }

    private VariedDrift Search(string[] varied, Func<IReadOnlyList<string>, bool> drifts) => Search(varied, names =>
    {
        tried.Add(string.Join(' ', names));
        return new(tried.Count + 2, names, drifts(names) ? ReproducibilityVerdict.OutcomeDrift : ReproducibilityVerdict.Reproducible);
    });

    private static VariedDrift Search(string[] varied, Func<IReadOnlyList<string>, Trial?> trial)
    {
        var search = new Bisection(varied, new(ReproducibilityVerdict.OutcomeDrift, []));
        foreach (var names in search.Questions())
            search.Answer(trial(names));
        return search.Result.Variation!;
    }
}
