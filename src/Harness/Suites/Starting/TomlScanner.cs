using System.Globalization;
using System.Text;

namespace Harness.Suites.Starting;

/// <summary>Goes through a TOML text, value by value.</summary>
internal sealed class TomlScanner(string file, string text)
{
    private int _at;

    /// <summary>Goes to the next header or key; false at the end.</summary>
    public bool Next()
    {
        SkipBlank(lines: true);
        return _at < text.Length;
    }

    /// <summary>Reads <c>[name]</c> or <c>[[name]]</c>; false when a key stands here.</summary>
    public bool TryHeader(out string name, out bool isArray)
    {
        (name, isArray) = ("", false);
        if (text[_at] != '[')
            return false;
        isArray = text.AsSpan(_at).StartsWith("[[");
        _at += isArray ? 2 : 1;
        name = DottedName();
        Expect(']');
        if (isArray)
            Expect(']');
        return true;
    }

    /// <summary>Reads a key up to its <c>=</c>.</summary>
    public string Key()
    {
        var name = DottedName();
        Expect('=');
        return name;
    }

    /// <summary>Reads any value.</summary>
    public TomlValue Value()
    {
        SkipBlank(lines: false);
        var start = _at;
        if (_at >= text.Length)
            throw Error("a value is missing");
        switch (text[_at])
        {
            case '"' or '\'':
                return new(Quoted(), []);
            case '[':
                return List(start);
            case '{':
                var entries = Table();
                return new(text[start.._at], []) { Entries = entries };
            default:
                while (_at < text.Length && text[_at] is not (',' or ']' or '}' or '#' or '\n' or '\r'))
                    _at++;
                break;
        }

        if (_at == start)
            throw Error("a value is missing");
        return new(text[start.._at].Trim(), []);
    }

    private TomlValue List(int start)
    {
        var texts = new List<string>();
        _at++;
        for (SkipBlank(lines: true); Here() != ']'; SkipBlank(lines: true))
        {
            var isText = Here() is '"' or '\'';
            var value = Value();
            if (isText)
                texts.Add(value.Text);
            SkipBlank(lines: true);
            if (Here() == ',')
                _at++;
            else if (Here() != ']')
                throw Error("',' or ']' is expected");
        }

        _at++;
        return new(text[start.._at], texts);
    }

    private Dictionary<string, TomlValue> Table()
    {
        var entries = new Dictionary<string, TomlValue>(StringComparer.Ordinal);
        _at++;
        for (SkipBlank(lines: true); Here() != '}'; SkipBlank(lines: true))
        {
            if (Here() == ',')
                _at++;
            else
                entries[Key()] = Value();
        }

        _at++;
        return entries;
    }

    private string DottedName()
    {
        var name = new StringBuilder();
        while (true)
        {
            SkipBlank(lines: false);
            if (Here() is '"' or '\'')
            {
                name.Append(Quoted());
            }
            else
            {
                var start = _at;
                while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '-'))
                    _at++;
                if (_at == start)
                    throw Error("a name is expected");
                name.Append(text, start, _at - start);
            }

            SkipBlank(lines: false);
            if (Here() != '.')
                return name.ToString();
            _at++;
            name.Append('.');
        }
    }

    private string Quoted()
    {
        var quote = text[_at];
        var three = new string(quote, 3);
        var isLong = text.AsSpan(_at).StartsWith(three);
        var end = isLong ? three : quote.ToString();
        _at += end.Length;
        if (isLong && text.AsSpan(_at).StartsWith("\n"))
            _at++;
        var value = new StringBuilder();
        while (!text.AsSpan(_at).StartsWith(end))
        {
            if (_at >= text.Length || (!isLong && text[_at] == '\n'))
                throw Error("a text has no end");
            if (quote == '"' && text[_at] == '\\')
                Escape(value);
            else
                value.Append(text[_at++]);
        }

        _at += end.Length;
        return value.ToString();
    }

    private void Escape(StringBuilder value)
    {
        _at++;
        var kind = Here();
        _at++;
        if (kind is 'u' or 'U')
        {
            var digits = kind == 'u' ? 4 : 8;
            if (_at + digits > text.Length
                || !int.TryParse(text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rune)
                || !Rune.IsValid(rune))
                throw Error("an escape is not valid");
            value.Append(new Rune(rune));
            _at += digits;
        }
        else if (char.IsWhiteSpace(kind))
        {
            while (char.IsWhiteSpace(Here()))
                _at++;
        }
        else
        {
            var index = "btnfre\"\\".IndexOf(kind, StringComparison.Ordinal);
            value.Append(index >= 0 ? "\b\t\n\f\r\u001b\"\\"[index] : throw Error("an escape is not valid"));
        }
    }

    private char Here() => _at < text.Length ? text[_at] : throw Error("the file ends too early");

    private void Expect(char expected)
    {
        SkipBlank(lines: false);
        if (_at >= text.Length || text[_at] != expected)
            throw Error($"'{expected}' is expected");
        _at++;
    }

    private void SkipBlank(bool lines)
    {
        while (_at < text.Length)
        {
            if (text[_at] is ' ' or '\t' or '\uFEFF' || (lines && text[_at] is '\n' or '\r'))
                _at++;
            else if (lines && text[_at] == '#')
                while (_at < text.Length && text[_at] != '\n')
                    _at++;
            else
                return;
        }
    }

    private TomlException Error(string problem) => new(file, 1 + text.AsSpan(0, Math.Min(_at, text.Length)).Count('\n'), problem + ".");
}
