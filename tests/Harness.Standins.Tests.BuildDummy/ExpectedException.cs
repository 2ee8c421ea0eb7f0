namespace Harness.Standins.Tests.BuildDummy;

/// <summary>A failure whose message says everything.</summary>
internal sealed class ExpectedException(string message) : Exception(message);
