using Harness.Reproducibility.Rules;

namespace Harness.Reproducibility;

/// <summary>Compares the files of two runs.</summary>
internal sealed class FileComparison
{
    private static readonly IBenignRule[] Rules =
        [new BytecodeRule(), new DirectUrlRule(), new InstallerRule(), new PlainRule("shebang"), new PlainRule("timestamp"), new PlainRule("record")];
    private static readonly RecordRule Record = new();

    private readonly Dictionary<string, string?> rules;

    public FileComparison(IReadOnlyDictionary<string, FileEntry> left, IReadOnlyDictionary<string, FileEntry> right)
    {
        Left = left;
        Right = right;
        rules = left.Keys.Union(right.Keys)
            .Where(path => left.GetValueOrDefault(path)?.Identity != right.GetValueOrDefault(path)?.Identity)
            .ToDictionary(path => path, path => Rules.FirstOrDefault(rule => rule.Explains(path, this))?.Name, StringComparer.Ordinal);

        // A RECORD lists other files, so it is weighed when they have been.
        var followed = rules.Keys.Where(path => rules[path] is null && Record.Explains(path, this)).ToArray();
        foreach (var path in followed)
            rules[path] = Record.Name;
    }

    public IReadOnlyDictionary<string, FileEntry> Left { get; }

    public IReadOnlyDictionary<string, FileEntry> Right { get; }

    /// <summary>Paths that differ, with the name of the rule that explains the difference.</summary>
    public IReadOnlyDictionary<string, string?> Differing => rules;

    public IEnumerable<Difference> Differences() => rules.Select(pair => new Difference(
        DifferenceKinds.File,
        pair.Key,
        Left.GetValueOrDefault(pair.Key)?.Identity,
        Right.GetValueOrDefault(pair.Key)?.Identity,
        pair.Value is not null,
        RuleOf(pair.Key),
        PackageOf(pair.Key)));

    /// <summary>The lines of a file that differ, at most this many; null: it is no text that was recorded of both runs.</summary>
    public IReadOnlyList<string>? Lines(string path, int most) =>
        (Left.GetValueOrDefault(path)?.Text, Right.GetValueOrDefault(path)?.Text) is ({ } before, { } after) && before != after
            ? [.. MyersDiff.Compare(before.Split('\n'), after.Split('\n')).Where(line => line.Mark != ' ').Take(most).Select(line => $"{line.Mark}{line.Text}")]
            : null;

    /// <summary>The name of what a difference is: the benign rule, or the kind of drift.</summary>
    public string RuleOf(string path) => rules[path] ?? DriftRules.Of(Left.GetValueOrDefault(path), Right.GetValueOrDefault(path));

    /// <summary>The distribution that a file was built for; null: not known.</summary>
    public string? PackageOf(string path) => Left.GetValueOrDefault(path)?.Package ?? Right.GetValueOrDefault(path)?.Package;
}
