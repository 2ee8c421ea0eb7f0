namespace Harness.Reproducibility.Rules;

/// <summary>Notes of the installer to itself: who installed a distribution, and whether it was asked for by name.</summary>
internal sealed class InstallerRule : IBenignRule
{
    public string Name => "installer";

    public bool Explains(string path, FileComparison files) =>
        DistributionInfo.IsFile(path, "INSTALLER") || DistributionInfo.IsFile(path, "REQUESTED");
}
