namespace Harness.Package.Tests.Action.Runner;

/// <summary>One step of an action.</summary>
/// <param name="Id">What expressions call it.</param>
/// <param name="Shell">What runs the script.</param>
/// <param name="Script">The script.</param>
/// <param name="Environment">Names and expressions.</param>
public sealed record ActionStep(string Id, string Shell, string Script, IReadOnlyDictionary<string, string> Environment);
