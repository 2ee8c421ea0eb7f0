namespace Harness.Running;

/// <summary>The Python programs that run inside a sandbox.</summary>
internal static class EmbeddedScript
{
    public static string Sanity { get; } = Read("sanity.py");

    public static string Collect { get; } = Read("collect.py");

    /// <summary>Started by <see cref="Collect"/>, in the interpreter of the environment.</summary>
    public static string PipLists { get; } = Read("pip_lists.py");

    public static string Vary { get; } = Read("vary.py");

    private static string Read(string name)
    {
        using var stream = typeof(EmbeddedScript).Assembly.GetManifestResourceStream($"Harness.Running.Scripts.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
