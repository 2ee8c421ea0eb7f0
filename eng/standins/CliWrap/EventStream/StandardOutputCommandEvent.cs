namespace CliWrap.EventStream;

/// <summary>The process printed a line to standard output.</summary>
public class StandardOutputCommandEvent(string text) : CommandEvent
{
    public string Text { get; } = text;

    public override string ToString() => Text;
}
