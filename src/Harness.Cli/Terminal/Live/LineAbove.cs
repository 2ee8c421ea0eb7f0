using Spectre.Console;
using Spectre.Console.Rendering;

namespace Harness.Cli.Terminal.Live;

/// <summary>A line that stays above the table: it is written where the table stood, which is erased first.</summary>
internal sealed class LineAbove(string line) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        [Segment.Control("\e[J"), .. ((IRenderable)new Text(line)).Render(options, maxWidth), Segment.LineBreak];
}
