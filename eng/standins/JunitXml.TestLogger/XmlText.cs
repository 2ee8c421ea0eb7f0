using System.Globalization;
using System.Text;
using System.Xml;

namespace Microsoft.VisualStudio.TestPlatform.Extension.Junit.Xml.TestLogger;

/// <summary>Text that XML 1.0 can carry.</summary>
internal static class XmlText
{
    /// <summary>Writes what XML cannot carry, even escaped, as \uXXXX. Pairs of surrogates, so emoji, stay as they are.</summary>
    public static string Clean(string? text)
    {
        if (text is null)
            return "";

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else
                clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
        }

        return clean.ToString();
    }
}
