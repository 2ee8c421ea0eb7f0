namespace Harness.Standins.Tests.Programs;

/// <summary>What a program that ran to its end left behind.</summary>
public sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of standard output, without the blanks at their ends.</summary>
    public IReadOnlyList<string> Lines => [.. Output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
}
