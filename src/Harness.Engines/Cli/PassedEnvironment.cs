namespace Harness.Engines.Cli;

/// <summary>
/// Hands variables to a container without showing their values: arguments can be read by every user of this machine, and a file
/// would stay on the disk after a crash. Most come as an environment file on standard input. Values that engines read differently
/// there, or cannot read at all, come through the command's own environment; the rest is kept out of that one, because a
/// <c>HOME</c>, <c>PATH</c> or <c>DOCKER_HOST</c> that is meant for the container would steer the command itself.
/// </summary>
internal sealed class PassedEnvironment
{
    private const string StandardInput = "/dev/stdin";

    // What some versions of Podman take for quotes, comments, escapes or references.
    private const string Special = "\"'`\\#$%";

    // Engines read the file line by line, and give up at 64 KiB.
    private const int LongestLine = 32 * 1024;

    private PassedEnvironment(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables, string input) =>
        (Arguments, Variables, Input) = (arguments, variables, input);

    /// <summary>Arguments that name the variables or where they are read from.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>For the command's own environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>For its standard input.</summary>
    public string Input { get; }

    /// <summary>Says how to hand variables over on this machine.</summary>
    public static PassedEnvironment Of(IReadOnlyDictionary<string, string> environment) => Of(environment, File.Exists(StandardInput));

    /// <summary>Says how to hand variables over.</summary>
    /// <param name="environment">The variables.</param>
    /// <param name="byFile">Whether standard input can be opened as a file.</param>
    internal static PassedEnvironment Of(IReadOnlyDictionary<string, string> environment, bool byFile)
    {
        var inFile = environment.Where(pair => byFile && IsPlain(pair.Key, pair.Value)).ToList();
        var others = environment.Except(inFile).ToDictionary();
        return new PassedEnvironment(
            [.. inFile.Count > 0 ? ["--env-file", StandardInput] : Array.Empty<string>(), .. others.Keys.SelectMany(name => new[] { "--env", name })],
            others,
            string.Concat(inFile.Select(pair => $"{pair.Key}={pair.Value}\n")));
    }

    private static bool IsPlain(string name, string value) =>
        name.Length + value.Length < LongestLine
        && value == value.Trim()
        && value.All(character => character is >= ' ' and <= '~' && !Special.Contains(character, StringComparison.Ordinal));
}
