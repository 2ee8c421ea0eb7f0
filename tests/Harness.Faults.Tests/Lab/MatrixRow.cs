namespace Harness.Faults.Tests.Lab;

/// <summary>What was expected of one fault, and what it was called.</summary>
internal sealed record MatrixRow(string Group, string Fault, string Expected, string Got, double? Confidence, string? Step, string? Subject, string? Remedy, double Seconds);
