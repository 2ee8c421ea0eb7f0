namespace Harness.Suites.Editing;

/// <summary>The text of a suite file, changed in places: comments, order and layout stay as they are.</summary>
internal sealed class SuiteText(string text)
{
    /// <summary>The text as it stands now.</summary>
    public string Text { get; private set; } = text;

    private string NewLine => Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Puts a digest behind the image reference.</summary>
    /// <returns>False where the reference is not simply written there, such as <c>${IMAGE}</c> or an alias.</returns>
    public bool PinImage(string digest)
    {
        if (!YamlRanges.Of(Text).TryGetValue("image", out var image) || image.Kind is not (YamlRangeKind.Plain or YamlRangeKind.Quoted)
            || Text[image.Start..image.End].Contains("${", StringComparison.Ordinal))
            return false;
        Insert(image.Kind is YamlRangeKind.Quoted ? image.End - 1 : image.End, "@" + digest);
        return true;
    }

    /// <summary>Adds a file to <c>python.constraints</c>.</summary>
    public bool AddConstraints(string file)
    {
        var ranges = YamlRanges.Of(Text);
        if (ranges.TryGetValue("python.constraints", out var list))
            return Add("python.constraints", list, ranges, file);
        if (!ranges.TryGetValue("python.requirements", out var requirements) || !ranges.TryGetValue("python", out var python))
            return false;
        if (python.Kind is YamlRangeKind.Flow)
            Insert(requirements.End, $", constraints: [{file}]");
        else
            Insert(LineEnd(requirements.End), $"{NewLine}{Indentation(requirements.KeyStart)}constraints: [{file}]");
        return true;
    }

    /// <summary>Makes <c>python.requirements</c> name just this file.</summary>
    public bool ReplaceRequirements(string file)
    {
        if (!YamlRanges.Of(Text).TryGetValue("python.requirements", out var list))
            return false;
        var written = list.Kind is YamlRangeKind.Block ? $"- {file}" : $"[{file}]";
        Text = string.Concat(Text.AsSpan(0, list.Start), written, Text.AsSpan(list.End));
        return true;
    }

    private bool Add(string path, YamlRange list, IReadOnlyDictionary<string, YamlRange> ranges, string file)
    {
        if (list.Kind is YamlRangeKind.Flow)
        {
            var last = list.Count > 0 ? ranges[$"{path}[{list.Count - 1}]"].End : list.Start + 1;
            Insert(last, list.Count > 0 ? $", {file}" : file);
            return true;
        }

        if (list.Kind is not YamlRangeKind.Block)
            return false;
        Insert(LineEnd(list.End), $"{NewLine}{Indentation(list.Start)}- {file}");
        return true;
    }

    private void Insert(int index, string inserted) => Text = Text.Insert(index, inserted);

    private int LineEnd(int index)
    {
        var end = Text.AsSpan(index).IndexOfAny('\r', '\n');
        return end < 0 ? Text.Length : index + end;
    }

    // What stands before the value in its line; only white space does in what is written over lines.
    private string Indentation(int index)
    {
        var start = Text.LastIndexOf('\n', Math.Max(0, index - 1)) + 1;
        return Text[start..index];
    }
}
