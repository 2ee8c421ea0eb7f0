namespace Bullseye.Internal;

/// <summary>What became of a target, or of one input of it.</summary>
internal sealed class ResultRow(string name)
{
    public string Name { get; } = name;

    public Tone Tone { get; set; } = Tone.Text;

    public string Outcome { get; set; } = "";

    public TimeSpan Duration { get; set; }

    public List<ResultRow> Inputs { get; } = [];
}
