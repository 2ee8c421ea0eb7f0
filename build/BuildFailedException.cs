namespace Harness.Build;

/// <summary>A target cannot do its work for a reason that its message explains, remedy included.</summary>
internal sealed class BuildFailedException(string message) : Exception(message);
