namespace Harness.Reproducibility.Rules;

/// <summary>
/// Compiled byte-code carries the time and the path of its source, and Python makes it anew from the source at will.
/// A <c>.pyc</c> file that has no source beside it is the program itself, and is not explained.
/// </summary>
internal sealed class BytecodeRule : IBenignRule
{
    private const string Cache = "/__pycache__/";

    public string Name => "bytecode";

    public bool Explains(string path, FileComparison files)
    {
        if (!path.EndsWith(".pyc", StringComparison.Ordinal))
            return false;
        var source = Source(path);
        return files.Left.ContainsKey(source) && files.Right.ContainsKey(source);
    }

    // a/__pycache__/b.cpython-311.opt-1.pyc comes from a/b.py, and a/b.pyc too.
    private static string Source(string path)
    {
        var rooted = $"/{path}";
        var cache = rooted.LastIndexOf(Cache, StringComparison.Ordinal);
        if (cache < 0)
            return path[..^1];
        var name = rooted[(cache + Cache.Length)..].Split('.')[0];
        return $"{rooted[..cache]}/{name}.py"[1..];
    }
}
