using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Harness.Tests.Reporting.Html;

/// <summary>Holds a report against what makes it safe and readable: markup is ours alone, and everything is in the one file.</summary>
public static partial class HtmlProfile
{
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "meta", "title", "style", "body", "header", "main", "section", "article", "div", "p", "span", "h1", "h2", "h3", "dl", "dt", "dd",
        "details", "summary", "ol", "li", "strong", "b", "wbr", "code", "pre", "a", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "path", "line", "script",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "open", "scope", "tabindex", "role", "style", "title", "type", "d",
        "viewBox", "preserveAspectRatio", "x1", "x2", "y1", "y2", "aria-hidden", "aria-label", "aria-labelledby", "data-table", "data-rows", "data-count", "data-all", "data-column",
    ];

    public static XElement Check(string html)
    {
        Assert.True(Encoding.UTF8.GetByteCount(html) < 5 << 20, "5 MB and more");
        Assert.DoesNotMatch(Controls(), html);
        Assert.StartsWith("<!doctype html>\n", html, StringComparison.Ordinal);

        // Scripts are not XML; apart from them the page is both.
        var script = Assert.Single(Scripts().Matches(html)).Groups["text"].Value;
        var page = XDocument.Parse(html["<!doctype html>\n".Length..].Replace(script, "", StringComparison.Ordinal), LoadOptions.PreserveWhitespace).Root!;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'", Policy(page), StringComparison.Ordinal);

        Assert.All(page.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, Elements));
        Assert.All(page.DescendantsAndSelf().Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, Attributes));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(References(page), reference => Assert.Contains(reference, ids));
        Assert.All(page.Descendants("a"), Link);
        Assert.Single(page.Descendants("h1"));
        return page;
    }

    private static void Link(XElement link)
    {
        var address = link.Attribute("href")!.Value;
        Assert.DoesNotContain(":", address, StringComparison.Ordinal);
        Assert.False(address.StartsWith('/') || address.Split('/').Contains(".."), address);
        Assert.NotEqual("", link.Value);
    }

    private static IEnumerable<string> References(XElement page) =>
        page.Descendants().Attributes("aria-labelledby").Concat(page.Descendants().Attributes("data-rows")).Concat(page.Descendants().Attributes("data-table")).Select(id => id.Value)
            .Concat(page.Descendants("a").Select(a => a.Attribute("href")!.Value).Where(address => address.StartsWith('#')).Select(address => address[1..]));

    private static string Policy(XElement page) =>
        page.Descendants("meta").Single(meta => meta.Attribute("http-equiv")?.Value == "Content-Security-Policy").Attribute("content")!.Value;

    [GeneratedRegex("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]")]
    private static partial Regex Controls();

    [GeneratedRegex("<script>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();
}
