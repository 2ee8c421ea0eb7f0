using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Harness.Suites.Editing;

/// <summary>Finds where values stand in the text of a suite that has been read without faults.</summary>
internal sealed class YamlRanges
{
    private readonly Parser parser;
    private readonly Dictionary<string, YamlRange> ranges = new(StringComparer.Ordinal);

    private YamlRanges(string text) => parser = new(new Scanner(new StringReader(text), skipComments: true));

    /// <summary>Every value by its path, such as <c>python.constraints[0]</c>; the whole file is the empty path.</summary>
    public static IReadOnlyDictionary<string, YamlRange> Of(string text)
    {
        var reader = new YamlRanges(text);
        while (reader.parser.MoveNext() && reader.parser.Current is not DocumentStart)
        {
        }

        reader.parser.MoveNext();
        reader.Read("", keyStart: null);
        return reader.ranges;
    }

    // Leaves the parser on the last event of the value.
    private YamlRange Read(string path, int? keyStart)
    {
        var start = parser.Current!;
        var range = start switch
        {
            SequenceStart sequence => Sequence(path, sequence),
            MappingStart mapping => Mapping(path, mapping),
            Scalar scalar => new YamlRange(0, Index(scalar.Start), Index(scalar.End), KindOf(scalar.Style)),
            _ => new YamlRange(0, Index(start.Start), Index(start.End), YamlRangeKind.Other),
        };
        return ranges[path] = range with { KeyStart = keyStart ?? range.Start };
    }

    private YamlRange Sequence(string path, SequenceStart start)
    {
        var (count, end) = (0, Index(start.End));
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
            end = Read($"{path}[{count++}]", keyStart: null).End;
        return Collection(start, start.Style == SequenceStyle.Flow, end, count);
    }

    private YamlRange Mapping(string path, MappingStart start)
    {
        var (count, end) = (0, Index(start.End));
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var key = (Scalar)parser.Current!;
            parser.MoveNext();
            end = Read(path.Length == 0 ? key.Value : $"{path}.{key.Value}", Index(key.Start)).End;
            count++;
        }

        return Collection(start, start.Style == MappingStyle.Flow, end, count);
    }

    // What is written over lines ends with its last value; the parser says it ends where the next key begins.
    private YamlRange Collection(ParsingEvent start, bool flow, int lastEnd, int count) =>
        new(0, Index(start.Start), flow ? Index(parser.Current!.Start) + 1 : lastEnd, flow ? YamlRangeKind.Flow : YamlRangeKind.Block, count);

    private static YamlRangeKind KindOf(ScalarStyle style) => style switch
    {
        ScalarStyle.Plain => YamlRangeKind.Plain,
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => YamlRangeKind.Quoted,
        _ => YamlRangeKind.Other,
    };

    private static int Index(Mark mark) => (int)mark.Index;
}
