namespace Harness.Suites;

/// <summary>A place in a file of the user's.</summary>
/// <param name="File">Path as the user wrote it or relative to the working directory.</param>
/// <param name="Line">One-based; null when the whole file is meant.</param>
/// <param name="Column">One-based.</param>
public sealed record SourcePosition(string File, int? Line = null, int? Column = null)
{
    /// <summary>The form compilers use: <c>file(line,column)</c>.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (null, _) => File,
        (_, null) => $"{File}({Line})",
        _ => $"{File}({Line},{Column})",
    };
}
