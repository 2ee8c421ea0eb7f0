using System.Text;

namespace Bullseye.Internal;

/// <summary>The text of --help.</summary>
internal static class Usage
{
    public static string Render(TargetCatalog catalog, Style style)
    {
        var text = new StringBuilder();
        Heading("Usage:");
        text.AppendLine("  [invocation] [options] [<targets>...]").AppendLine();

        Heading("Arguments:");
        Row(Tone.Target, "<targets>", "Targets to run or list, by name or its beginning; if none is named, \"default\" or all");
        text.AppendLine();

        Heading("Options:");
        foreach (var option in Option.All)
            Row(Tone.Option, option.Short is null ? option.Name : $"{option.Short}, {option.Name}", option.Description);

        Row(Tone.Option, "-?, -h, --help", "Show this, then exit (in any case)");
        text.AppendLine();

        Heading("Targets:");
        var targets = Listing.Render(catalog, catalog.All.Select(target => target.Name), Listing.Content.Targets, style);
        foreach (var line in targets.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries))
            text.AppendLine($"  {line}");

        return text.ToString();

        void Heading(string heading) => text.AppendLine(style.Paint(Tone.Text, heading));
        void Row(Tone tone, string left, string right) => text.AppendLine($"  {style.Paint(tone, left.PadRight(25))}  {right}");
    }
}
