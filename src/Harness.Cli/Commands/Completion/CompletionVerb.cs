namespace Harness.Cli.Commands.Completion;

/// <summary>A verb as shells complete it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Options">Its options.</param>
/// <param name="Words">Words that may follow it.</param>
/// <param name="Files">Whether files may follow it.</param>
internal sealed record CompletionVerb(
    string Name, string Description, IReadOnlyList<CompletionOption> Options, IReadOnlyList<string> Words, bool Files);
