using System.Threading.Channels;
using CliWrap;

namespace Harness.Standins.Tests.CliWrap;

/// <summary>Collects what a command prints and lets a test wait for the next line of it.</summary>
internal sealed class Lines
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public PipeTarget Target => PipeTarget.ToDelegate(line => { _lines.Writer.TryWrite(line); });

    public ValueTask<string> NextAsync(CancellationToken cancellationToken) => _lines.Reader.ReadAsync(cancellationToken);

    public async Task<int> NextNumberAsync(CancellationToken cancellationToken)
    {
        int number;
        while (!int.TryParse(await NextAsync(cancellationToken), out number))
        {
            // Somebody else's line.
        }

        return number;
    }
}
