using System.Reflection;

namespace Bullseye.Internal;

/// <summary>Where a session prints, and how.</summary>
internal sealed class Surroundings
{
    private static readonly string DefaultPrefix = Assembly.GetEntryAssembly()?.GetName().Name ?? "Bullseye";
    private readonly Func<string> _prefix;

    public Surroundings(Func<string>? prefix, TextWriter output, TextWriter diagnostics, Arguments arguments)
    {
        _prefix = prefix ?? (() => DefaultPrefix);
        Output = TextWriter.Synchronized(output);
        Diagnostics = diagnostics;
        Host = arguments.ForcedHost ?? HostDetection.Detect();

        // A console that is redirected to a file or a pipe gets no escape sequences; a build server shows colours all the same.
        var plain = Host is Host.Console or Host.VisualStudioCode && output == Console.Out && Console.IsOutputRedirected;
        NoColorVariable = Environment.GetEnvironmentVariable("NO_COLOR") is not null;
        Style = new Style(
            Color: !plain && !NoColorVariable && !arguments.Has(Option.NoColor),
            ExtendedChars: Host is not Host.TeamCity && !arguments.Has(Option.NoExtendedChars));
    }

    public TextWriter Output { get; }

    public TextWriter Diagnostics { get; }

    public Host Host { get; }

    public Style Style { get; }

    public bool NoColorVariable { get; }

    public string Prefix => _prefix();
}
