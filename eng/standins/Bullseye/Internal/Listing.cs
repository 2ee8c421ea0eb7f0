namespace Bullseye.Internal;

/// <summary>The lists of targets, with dependencies and inputs as far as asked for.</summary>
internal sealed class Listing
{
    private readonly TargetCatalog _catalog;
    private readonly Content _content;
    private readonly Style _style;
    private readonly List<(string Left, int Width, string Description)> _lines = [];

    private Listing(TargetCatalog catalog, Content content, Style style) => (_catalog, _content, _style) = (catalog, content, style);

    /// <summary>How deep the list goes, and how deep it shows inputs; -1 for not at all.</summary>
    public sealed record Content(int Depth, int InputDepth)
    {
        public static readonly Content Targets = new(0, -1);

        public static Content Of(Arguments arguments)
        {
            var tree = arguments.Has(Option.ListTree);
            return new Content(
                tree ? int.MaxValue : arguments.Has(Option.ListDependencies) ? 1 : 0,
                !arguments.Has(Option.ListInputs) ? -1 : tree ? int.MaxValue : 0);
        }
    }

    public static string Render(TargetCatalog catalog, IEnumerable<string> names, Content content, Style style)
    {
        var listing = new Listing(catalog, content, style);
        foreach (var name in names)
            listing.Add(name, "", "", []);

        var width = listing._lines.Select(line => line.Width).DefaultIfEmpty().Max();
        return string.Concat(listing._lines.Select(line =>
            $"{line.Left}{new string(' ', width - line.Width + 4)}{line.Description}".TrimEnd() + Environment.NewLine));
    }

    /// <param name="name">The target.</param>
    /// <param name="lead">What stands before its own line.</param>
    /// <param name="below">What stands before the lines of its inputs and dependencies.</param>
    /// <param name="ancestors">The targets above it in the tree.</param>
    private void Add(string name, string lead, string below, IReadOnlyList<string> ancestors)
    {
        if (!_catalog.TryGet(name, out var target))
        {
            Line(lead, Tone.Target, name, "(missing)");
            return;
        }

        if (ancestors.Contains(target.Name))
        {
            Line(lead, Tone.Target, name, "(circular dependency)", target.Description);
            return;
        }

        Line(lead, Tone.Target, name, description: target.Description);
        var dependencies = ancestors.Count < _content.Depth ? target.Dependencies : [];
        if (target.HasInputs && ancestors.Count <= _content.InputDepth)
        {
            foreach (var job in target.Jobs)
                Line(below + (dependencies.Count > 0 ? _style.Branch : "  "), Tone.Input, job.Input ?? "");
        }

        foreach (var (index, dependency) in dependencies.Index())
        {
            var last = index == dependencies.Count - 1;
            var (joint, gap) = last ? (_style.Corner, "  ") : (_style.Fork, _style.Branch);
            Add(dependency, below + joint, below + gap, [.. ancestors, target.Name]);
        }
    }

    private void Line(string lead, Tone tone, string name, string problem = "", string description = "")
    {
        var remark = problem.Length > 0 ? " " + problem : "";
        _lines.Add((
            _style.Paint(Tone.Success, lead) + _style.Paint(tone, name) + _style.Paint(Tone.Failure, remark),
            lead.Length + name.Length + remark.Length,
            description));
    }
}
