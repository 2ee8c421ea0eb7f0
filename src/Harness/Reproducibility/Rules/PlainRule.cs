namespace Harness.Reproducibility.Rules;

/// <summary>
/// A file that is the same but for a part that says nothing about what is installed. What that is was found inside the sandbox, where
/// the contents are: the first line of a script, the times that a build wrote into a text, the lines of a RECORD that follow from others.
/// </summary>
/// <param name="name">The rule, and the part.</param>
internal sealed class PlainRule(string name) : IBenignRule
{
    public string Name => name;

    public bool Explains(string path, FileComparison files) =>
        files.Left.GetValueOrDefault(path) is { Plain: { } left } first && first.Without == name
        && files.Right.GetValueOrDefault(path) is { Plain: { } right } second && second.Without == name
        && left == right;
}
