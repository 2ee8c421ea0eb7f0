namespace Harness.Faults.Tests.Lab.Record;

/// <summary>One fault of the laboratory, and what it was called when it was last made.</summary>
/// <param name="Group">The folder of its test.</param>
/// <param name="Fault">What was done, in words.</param>
/// <param name="Expected">The cause that it is.</param>
/// <param name="Got">The cause that was named first.</param>
internal sealed record FaultRecord(string Group, string Fault, string Expected, string Got)
{
    /// <summary>The record's file, relative to the repository.</summary>
    public const string File = "tests/Harness.Faults.Tests/outcomes.tsv";

    /// <summary>Reads a record of one line for each fault.</summary>
    public static IReadOnlyList<FaultRecord> Read(string path) =>
        [.. System.IO.File.ReadAllLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(cells => new FaultRecord(cells[0], cells[1], cells[2], cells[3]))];

    /// <summary>Writes a record, sorted.</summary>
    public static void Write(string path, IEnumerable<FaultRecord> faults) =>
        System.IO.File.WriteAllLines(path, faults.Select(fault => fault.Line()).Order(StringComparer.Ordinal));

    private string Line() => string.Join('\t', Group, Fault, Expected, Got);
}
