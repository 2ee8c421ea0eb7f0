using Harness.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Harness.Cli.Terminal.Live;

/// <summary>Progress as a table that is drawn again and again at the same place, and taken away at the end.</summary>
internal sealed class LiveProgress : IRunProgress, IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly LiveState state = new();
    private readonly CancellationTokenSource stop = new();
    private readonly IAnsiConsole console;
    private readonly TimeProvider time;
    private readonly bool styled;
    private readonly Task drawing;

    /// <summary>Starts drawing.</summary>
    /// <param name="writer">The terminal.</param>
    /// <param name="colours">Whether there may be colours, and what goes with them.</param>
    /// <param name="time">The clock.</param>
    public LiveProgress(TextWriter writer, bool colours, TimeProvider time)
    {
        (this.time, styled) = (time, colours);
        console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Enrichment = new() { UseDefaultEnrichers = false }, // whether this is a terminal was decided already
        });
        drawing = Task.Run(DrawAsync);
    }

    public bool WantsOutput => true;

    public bool WantsResources => true;

    public void Report(RunEvent runEvent)
    {
        lock (gate)
            state.Apply(runEvent);
    }

    /// <summary>Takes the table away.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await drawing.ConfigureAwait(false);
        stop.Dispose();
    }

    // A table of one width cannot be drawn over by one of another: it is taken away and begun anew.
    private async Task DrawAsync()
    {
        var drawn = 0;
        while (!stop.IsCancellationRequested)
        {
            var width = console.Profile.Width;
            if (drawn >= width)
                console.Profile.Out.Writer.Write("\e[H\e[2J"); // its lines were broken by the terminal, nobody knows how
            drawn = LiveTable.Columns(width);
            await console.Live(Table()).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(context => RefreshAsync(context, width)).ConfigureAwait(false);
        }

        Say();
    }

    private async Task RefreshAsync(LiveDisplayContext context, int width)
    {
        while (!stop.IsCancellationRequested && console.Profile.Width == width)
        {
            Say();
            context.UpdateTarget(Table());
            await Task.Delay(Pace, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IRenderable Table()
    {
        lock (gate)
            return LiveTable.Draw(state.Rows, state.Status, time.GetUtcNow(), console.Profile.Width, console.Profile.Height, styled);
    }

    // The live display moves out of the way of whatever else is written.
    private void Say()
    {
        IReadOnlyList<string> lines;
        lock (gate)
            lines = state.TakeSaid();
        foreach (var line in lines)
            console.Write(new LineAbove(line));
    }
}
