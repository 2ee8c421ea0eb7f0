namespace Harness.Evidence;

/// <summary>A file of the user's that says what is installed, as it was when the suite ran.</summary>
/// <param name="File">As messages name it.</param>
/// <param name="Text">What it holds; secrets replaced.</param>
public sealed record InputFile(string File, string Text);
