namespace Harness.Engines.Cli;

/// <summary>Images over Docker's command line.</summary>
internal sealed class DockerCliImages(EngineCli cli) : CliImages(cli)
{
    private const int ShortId = 12;

    // "be2d4a99ef9f: Pull complete" is about a layer, "Digest: sha256:…" is not.
    protected override PullProgress Progress(string line) => ParseStep(line);

    internal static PullProgress ParseStep(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon == ShortId && line[..colon].All(char.IsAsciiHexDigitLower)
            ? new PullProgress(line[..colon], line[(colon + 2)..], null, null)
            : new PullProgress(null, line, null, null);
    }
}
