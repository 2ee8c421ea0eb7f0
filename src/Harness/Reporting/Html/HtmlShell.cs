using System.Security.Cryptography;
using System.Text;

namespace Harness.Reporting.Html;

/// <summary>What every page has around it: one file that needs no network, whose own policy admits no script but ours.</summary>
internal static class HtmlShell
{
    private static readonly string Style = Asset("report.css");
    private static readonly string Script = Asset("report.js");
    private static readonly string ScriptHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));

    /// <summary>The beginning, into the body.</summary>
    public static HtmlText Begin(HtmlText page, string title) => page
        .Markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .Markup($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{ScriptHash}'; base-uri 'none'; form-action 'none'\"/>\n")
        .Markup("<meta name=\"color-scheme\" content=\"light dark\"/>\n")
        .Element("title", $"{title} · Harness").Markup($"\n<style>\n{Style}</style>\n</head>\n<body>\n");

    /// <summary>The end, from behind the main part.</summary>
    public static HtmlText End(HtmlText page) => page.Markup($"<script>{Script}</script>\n</body>\n</html>\n");

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlShell).Assembly.GetManifestResourceStream($"Harness.Reporting.Html.Assets.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
