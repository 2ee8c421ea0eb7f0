using Harness.Suites.Wording;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Harness.Suites.Yaml;

/// <summary>
/// Turns YamlDotNet's parsing events into a tree whose every node knows its place. Not its deserializer: that works by reflection, knows
/// no places and no duplicate keys, and costs more start-up time than all the rest of reading a suite.
/// </summary>
internal sealed class YamlTreeBuilder
{
    private const int MaxDepth = 50;
    private const int MaxWeight = 20_000;

    private readonly string _text;
    private readonly Parser _parser;
    private readonly List<YamlFault> _faults = [];
    private readonly Stack<ParsingEvent> _openBrackets = [];
    private readonly Dictionary<string, YamlNode?> _anchors = new(StringComparer.Ordinal);
    private int _weight;
    private bool _stopped;

    private YamlTreeBuilder(string text)
    {
        _text = text;
        _parser = new(new Scanner(new StringReader(text), skipComments: true));
    }

    private ParsingEvent Current => _parser.Current!;

    /// <summary>Reads a text; whatever is wrong with it ends up among the faults.</summary>
    public static YamlTree Build(string text)
    {
        var builder = new YamlTreeBuilder(text);
        return new(builder.ReadStream(), builder._faults);
    }

    private YamlNode? ReadStream()
    {
        YamlNode? root = null;
        while (Next())
        {
            if (Current is not DocumentStart)
                continue;
            if (root is not null)
            {
                Stop(Current, "The file contains more than one YAML document; a suite is one.", "Put each suite into a file of its own.");
                break;
            }

            root = Next() ? ReadNode(depth: 1) : null;
        }

        return _stopped ? null : root;
    }

    private YamlNode? ReadNode(int depth)
    {
        if (depth > MaxDepth)
            return Stop(Current, $"Values are nested more than {MaxDepth} deep.", "No suite needs that; look for unclosed brackets.");
        if (++_weight > MaxWeight)
            return Stop(Current, $"The file contains more than {MaxWeight} values.", "No suite needs that; check that the file is a suite.");
        if (Current is AnchorAlias alias)
            return Resolve(alias);
        if (Current is not NodeEvent start)
            return null;

        var anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (anchor is not null)
            _anchors[anchor] = null; // still being read: an alias to it now would stand for itself

        YamlNode? node = start switch
        {
            SequenceStart sequence => ReadSequence(sequence, depth),
            MappingStart mapping => ReadMapping(mapping, depth),
            _ => ReadScalar((Scalar)start),
        };
        if (anchor is not null)
            _anchors[anchor] = node;
        return node;
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        var asText = scalar.Style != ScalarStyle.Plain || IsTextTag(scalar.Tag);
        if (!IsTextTag(scalar.Tag))
            RefuseTag(scalar);
        return new(scalar.Value, asText ? ScalarKind.Text : CoreSchema.KindOf(scalar.Value), scalar.Line(), scalar.Column());
    }

    private YamlSequence? ReadSequence(SequenceStart start, int depth)
    {
        RefuseTag(start);
        var items = new List<YamlNode>();
        var bracket = start.Style == SequenceStyle.Flow;
        if (bracket)
            _openBrackets.Push(start);
        while (Next() && Current is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is { } item)
                items.Add(item);
        }

        if (_stopped)
            return null;
        if (bracket)
            _openBrackets.Pop();
        return new(items, start.Line(), start.Column());
    }

    private YamlMapping? ReadMapping(MappingStart start, int depth)
    {
        RefuseTag(start);
        var entries = new YamlEntries(_faults);
        var bracket = start.Style == MappingStyle.Flow;
        if (bracket)
            _openBrackets.Push(start);
        while (Next() && Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            var value = Next() ? ReadNode(depth + 1) : null;
            if (!_stopped)
                entries.Add(key, value);
        }

        if (_stopped)
            return null;
        if (bracket)
            _openBrackets.Pop();
        return new(entries.All, start.Line(), start.Column()) { IsInBraces = bracket };
    }

    private YamlNode? Resolve(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (_anchors.GetValueOrDefault(name) is not { } target)
        {
            var shown = DisplayText.Escape(DisplayText.Cut(name));
            _faults.Add(_anchors.ContainsKey(name)
                ? alias.Fault($"The alias *{shown} stands inside the value that it stands for.", "Write the value out.")
                : alias.Fault(
                    $"The alias *{shown} stands for nothing: no &{shown} comes before it.",
                    $"Mark a value with &{shown}, or quote the text."));
            return null;
        }

        _weight += target.Weight;
        return _weight <= MaxWeight
            ? target
            : Stop(alias, $"Its aliases blow the file up to more than {MaxWeight} values.", "Use fewer aliases of aliases.");
    }

    private void RefuseTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            _faults.Add(node.Fault($"The value has a tag, {DisplayText.Quote(node.Tag.Value)}; suites know no tags.", "Remove the tag."));
    }

    private static bool IsTextTag(TagName tag) => !tag.IsEmpty && (tag.IsNonSpecific || tag.Value == "tag:yaml.org,2002:str");

    private bool Next()
    {
        if (_stopped)
            return false;

        try
        {
            return _parser.MoveNext();
        }
        catch (Exception exception) // not only YamlException: for some broken input the parser throws InvalidOperationException and others
        {
            _faults.Add(YamlSyntax.Explain(exception, _text, _parser.Current, _openBrackets.TryPeek(out var bracket) ? bracket : null));
            _stopped = true;
            return false;
        }
    }

    private YamlNode? Stop(ParsingEvent place, string message, string remedy)
    {
        _faults.Add(place.Fault(message, remedy));
        _stopped = true;
        return null;
    }
}
