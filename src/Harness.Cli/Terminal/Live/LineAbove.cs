using Spectre.Console;
using Spectre.Console.Rendering;

namespace Harness.Cli.Terminal.Live;

/// <summary>A line that stays above the table: it is written over the table's first rows, and the table is drawn again below it.</summary>
internal sealed class LineAbove(string line) : Renderable
{
    // Row by row. Erasing from the cursor to the end would be shorter, but where the table begins at the top of the screen that is
    // the whole screen, which tmux then keeps in its history, rows of the table and all.
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        Segment.SplitLines(((IRenderable)new Text(line)).Render(options, maxWidth))
            .SelectMany(row => row.AsEnumerable().Prepend(Segment.Control("\e[2K")).Append(Segment.LineBreak));
}
