namespace Harness.Reproducibility.Rules;

/// <summary>Explains differences between files that change nothing about what is installed.</summary>
internal interface IBenignRule
{
    string Name { get; }

    bool Explains(string path, FileComparison files);
}
