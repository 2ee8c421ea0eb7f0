namespace Harness.Reproducibility.Rules;

/// <summary>Where a distribution was fetched from; what was fetched is compared by its hash.</summary>
internal sealed class DirectUrlRule : IBenignRule
{
    public string Name => "direct-url";

    public bool Explains(string path, FileComparison files) => DistributionInfo.IsFile(path, "direct_url.json");
}
