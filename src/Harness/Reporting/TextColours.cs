using Harness.Evidence;

namespace Harness.Reporting;

/// <summary>Colours of a terminal around text that is safe already; without them the text alone.</summary>
internal sealed class TextColours(bool on)
{
    private const string Red = "31";
    private const string Green = "32";
    private const string Yellow = "33";

    /// <summary>Text that tells a verdict.</summary>
    public string Of(Verdict verdict, string text) => Paint(text, verdict switch
    {
        Verdict.Passed => Green,
        Verdict.NotReproducible or Verdict.Interrupted => Yellow,
        _ => Red,
    });

    public string Error(string text) => Paint(text, Red);

    public string Warning(string text) => Paint(text, Yellow);

    private string Paint(string text, string colour) => on ? $"\e[{colour}m{text}\e[0m" : text;
}
