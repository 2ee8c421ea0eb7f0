using Harness.Engines;

namespace Harness.Running;

/// <summary>
/// What a step prints, for those who watch: gathered, and passed on a few times a second at most, however much and in however small
/// pieces it comes. What comes faster than a person reads is left out, and counted; all of it is in the logs.
/// </summary>
internal sealed class LiveOutput : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly Lock passing = new();
    private readonly LiveStream stdout = new();
    private readonly LiveStream stderr = new();
    private readonly Action<LiveText> pass;
    private readonly ITimer timer;
    private string step = "";

    public LiveOutput(Action<LiveText> pass, TimeProvider time)
    {
        this.pass = pass;
        timer = time.CreateTimer(_ => Pass(all: false), null, Pace, Pace);
    }

    /// <summary>Takes what a step printed. Costs one copy of at most a few kilobytes.</summary>
    public void Write(string from, OutputStream stream, ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            step = from;
            (stream == OutputStream.StandardOutput ? stdout : stderr).Write(bytes);
        }
    }

    /// <summary>Passes on what there is; the step has ended.</summary>
    public void Flush() => Pass(all: true);

    public void Dispose() => timer.Dispose();

    private void Pass(bool all)
    {
        // The order is kept: nobody overtakes whoever passes something on.
        lock (passing)
        {
            LiveText?[] texts;
            lock (gate)
            {
                texts = [stdout.Take(step, "stdout", all), stderr.Take(step, "stderr", all)];
            }

            foreach (var text in texts.OfType<LiveText>())
                pass(text);
        }
    }
}
