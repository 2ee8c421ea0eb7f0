namespace Harness.Suites.Starting;

/// <summary>A file of a first suite.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Text">What is in it.</param>
public sealed record StarterFile(string Name, string Text);
