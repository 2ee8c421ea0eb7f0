namespace Bullseye.Internal;

/// <summary>What a piece of text is; each tone has its ANSI colour as value.</summary>
internal enum Tone
{
    Success = 32,
    Target = 36,
    Timing = 35,
    Text = 37,
    Quiet = 90,
    Failure = 91,
    Warning = 93,
    Option = 95,
    Input = 96,
}
