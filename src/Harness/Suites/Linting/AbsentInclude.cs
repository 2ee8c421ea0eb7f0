namespace Harness.Suites.Linting;

/// <summary>A file that a requirements file includes (<c>-r</c>, <c>-c</c>), and that is not there.</summary>
/// <param name="Written">As the line has it.</param>
/// <param name="Path">Its absolute path.</param>
/// <param name="Position">Where the line begins.</param>
internal sealed record AbsentInclude(string Written, string Path, SourcePosition Position);
