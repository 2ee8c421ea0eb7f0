using System.Text;

namespace Harness.Reporting.Html;

/// <summary>A page under construction: markup is ours, everything else is text.</summary>
internal sealed class HtmlText
{
    private const int MostText = 4_000;

    private readonly StringBuilder _page = new();

    public int Length => _page.Length;

    /// <summary>Our own markup. Never anything that was read.</summary>
    public HtmlText Markup(string markup)
    {
        _page.Append(markup);
        return this;
    }

    /// <summary>Text of any origin: what would act is shown, what is markup is escaped, what is very long is cut in the middle.</summary>
    public HtmlText Text(string? text) => Log(TextCut.Middle(text ?? "", MostText));

    /// <summary>The same, without the cut.</summary>
    public HtmlText Log(string text)
    {
        foreach (var character in VisibleText.Of(text))
        {
            _ = character switch
            {
                '<' => _page.Append("&lt;"),
                '>' => _page.Append("&gt;"),
                '&' => _page.Append("&amp;"),
                '"' => _page.Append("&quot;"),
                '\'' => _page.Append("&#39;"),
                _ => _page.Append(character),
            };
        }

        return this;
    }

    /// <summary>Text in an element of ours.</summary>
    public HtmlText Element(string name, string? text, string? cssClass = null) =>
        Markup(cssClass is null ? $"<{name}>" : $"<{name} class=\"{cssClass}\">").Text(text).Markup($"</{name}>");

    /// <summary>A link to a file below the report's own folder.</summary>
    public HtmlText Link(string relative, string text) =>
        Markup("<a href=\"").Text(string.Join('/', relative.Split('/').Select(Uri.EscapeDataString))).Markup("\">").Text(Named(text)).Markup("</a>");

    /// <summary>A link to a place in the page.</summary>
    public HtmlText Anchor(string id, string text) => Markup($"<a href=\"#{id}\">").Text(Named(text)).Markup("</a>");

    /// <summary>Adds what another page has.</summary>
    public HtmlText Add(HtmlText other)
    {
        _page.Append(other._page);
        return this;
    }

    private static string Named(string text) => string.IsNullOrWhiteSpace(text) ? "(no name)" : text;

    public override string ToString() => _page.ToString();
}
