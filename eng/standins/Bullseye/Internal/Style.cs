namespace Bullseye.Internal;

/// <summary>How text is coloured and lines are drawn.</summary>
internal sealed record Style(bool Color, bool ExtendedChars)
{
    public string Fork => ExtendedChars ? "├─" : "  ";

    public string Corner => ExtendedChars ? "└─" : "  ";

    public string Branch => ExtendedChars ? "│ " : "  ";

    public char Rule => ExtendedChars ? '─' : '-';

    public string Paint(Tone tone, string text) => Color && text.Length > 0 ? $"\e[{(int)tone}m{text}\e[0m" : text;
}
