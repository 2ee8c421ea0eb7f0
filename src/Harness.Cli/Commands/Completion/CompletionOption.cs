namespace Harness.Cli.Commands.Completion;

/// <summary>An option as shells complete it.</summary>
/// <param name="Names">Its name, and its aliases.</param>
/// <param name="Description">What it is.</param>
/// <param name="TakesValue">Whether a value follows.</param>
/// <param name="Values">The values that are known; empty: any.</param>
/// <param name="Files">Whether the value is a file or folder.</param>
internal sealed record CompletionOption(IReadOnlyList<string> Names, string Description, bool TakesValue, IReadOnlyList<string> Values, bool Files);
