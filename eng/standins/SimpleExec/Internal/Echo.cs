using System.Reflection;
using System.Text;

namespace SimpleExec;

/// <summary>Prints a command before it starts, with the secrets masked.</summary>
internal sealed class Echo(string? prefix, IEnumerable<string>? secrets)
{
    private static readonly string DefaultPrefix = Assembly.GetEntryAssembly()?.GetName().Name ?? "SimpleExec";

    // The longest first: a secret that begins with another one must not leave its tail behind.
    private readonly string[] _secrets =
        [.. (secrets ?? []).Where(secret => !string.IsNullOrEmpty(secret)).OrderByDescending(secret => secret.Length)];

    public void Write(Invocation command)
    {
        var text = new StringBuilder();
        if (command.WorkingDirectory.Length > 0)
            Append($"Working directory: {command.WorkingDirectory}");

        Append(string.IsNullOrEmpty(command.Line) ? command.Name : $"{command.Name} {command.Line}");
        foreach (var arg in command.List)
            Append($"  {arg}");

        // One write, so that commands that run at the same time do not mix their lines.
        Console.Out.Write(text.ToString());

        void Append(string line) => text.AppendLine(Mask($"{prefix ?? DefaultPrefix}: {line}"));
    }

    private string Mask(string line) =>
        _secrets.Aggregate(line, (masked, secret) => masked.Replace(secret, "***", StringComparison.OrdinalIgnoreCase));
}
