namespace Harness.Doctor.Injecting;

/// <summary>Tests of a suite, as the suite file has them.</summary>
public static class TestText
{
    /// <summary>A test of one Python program, with further keys as they stand.</summary>
    public static string Python(string name, string program, string keys = "") =>
        $"- name: {name}\n  run:\n    - python3\n    - -c\n    - |\n      {Indented(program, 6)}\n{Keys(keys)}";

    /// <summary>A test of one shell script, with further keys as they stand.</summary>
    public static string Shell(string name, string script, string keys = "") =>
        $"- name: {name}\n  run: |\n    {Indented(script, 4)}\n{Keys(keys)}";

    private static string Indented(string text, int spaces) => text.Replace("\n", "\n" + new string(' ', spaces), StringComparison.Ordinal);

    private static string Keys(string keys) => keys.Length == 0 ? "" : $"  {Indented(keys, 2)}\n";
}
