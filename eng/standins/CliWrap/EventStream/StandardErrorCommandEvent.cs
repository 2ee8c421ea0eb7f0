namespace CliWrap.EventStream;

/// <summary>The process printed a line to standard error.</summary>
public class StandardErrorCommandEvent(string text) : CommandEvent
{
    public string Text { get; } = text;

    public override string ToString() => Text;
}
