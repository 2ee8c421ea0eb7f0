using System.Diagnostics;
using System.Text;

namespace SimpleExec;

/// <summary>A command as the caller asked for it, checked and not started yet. Its arguments are either one line or a list.</summary>
internal sealed record Invocation(
    string Name,
    string? Line,
    IReadOnlyList<string> List,
    string WorkingDirectory,
    Action<IDictionary<string, string?>>? ConfigureEnvironment,
    bool CreateNoWindow)
{
    public static Invocation Of(
        string name,
        string args,
        string workingDirectory,
        Action<IDictionary<string, string?>>? configureEnvironment,
        bool createNoWindow) =>
        new(Checked(name), args, [], workingDirectory, configureEnvironment, createNoWindow);

    public static Invocation Of(
        string name,
        IEnumerable<string> args,
        string workingDirectory,
        Action<IDictionary<string, string?>>? configureEnvironment,
        bool createNoWindow)
    {
        ArgumentNullException.ThrowIfNull(args);
        return new(Checked(name), null, [.. args], workingDirectory, configureEnvironment, createNoWindow);
    }

    public ProcessStartInfo ToStartInfo()
    {
        var start = Line is null ? new ProcessStartInfo(Name, List) : new ProcessStartInfo(Name, Line);
        start.WorkingDirectory = WorkingDirectory;
        start.UseShellExecute = false;
        start.CreateNoWindow = CreateNoWindow;
        ConfigureEnvironment?.Invoke(start.Environment);
        return start;
    }

    public ProcessStartInfo ToRedirectedStartInfo(Encoding? encoding)
    {
        var start = ToStartInfo();
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = encoding;
        start.StandardErrorEncoding = encoding;
        return start;
    }

    private static string Checked(string name) =>
        string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("The command name is missing.", nameof(name)) : name;
}
