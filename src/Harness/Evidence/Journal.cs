using System.Text.Json;
using Harness.Engines;

namespace Harness.Evidence;

/// <summary>
/// Write-ahead evidence: a JSON line for each thing that happens, handed to the operating system before anything else
/// is done, so that it outlives the container, the engine and Harness itself. Safe for use from several threads.
/// </summary>
public sealed class Journal : IDisposable
{
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly Func<string, string>? redact;
    private readonly Stream stream;

    /// <summary>Creates the file; it must not be there yet.</summary>
    /// <param name="path">The file, in an existing folder.</param>
    /// <param name="clock">Tells when a line is written.</param>
    /// <param name="redact">Replaces secrets in a text; null: there are none.</param>
    /// <exception cref="IOException">The file is there already, or cannot be created.</exception>
    public Journal(string path, TimeProvider clock, Func<string, string>? redact = null)
        : this(Create(path), clock, redact)
    {
    }

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">A stream without a buffer of its own; disposed with the journal.</param>
    /// <param name="clock">Tells when a line is written.</param>
    /// <param name="redact">Replaces secrets in a text; null: there are none.</param>
    public Journal(Stream stream, TimeProvider clock, Func<string, string>? redact = null)
    {
        this.stream = stream;
        this.clock = clock;
        this.redact = redact;
    }

    /// <summary>The first error that kept a line from being written; null while every line is there.</summary>
    /// <remarks>
    /// Writing never throws: lines are written right before signals are sent and containers removed, and a full disk
    /// must not prevent that. Whoever reports the suite mentions the loss.
    /// </remarks>
    public IOException? Fault { get; private set; }

    /// <summary>The journal of one attempt.</summary>
    /// <param name="run">One-based.</param>
    /// <param name="attempt">One-based.</param>
    public AttemptJournal Attempt(int run, int attempt) => new(this, run, attempt);

    /// <summary>Harness was started.</summary>
    public void Invocation(string version, IReadOnlyList<string> command) =>
        Write(Entry(JournalKind.Invocation) with { Version = version, Command = command });

    /// <summary>The engine was found.</summary>
    public void Engine(EngineInfo engine, EngineDiscovery? discovery = null) =>
        Write(Entry(JournalKind.Engine) with { Engine = engine, Discovery = discovery });

    /// <summary>What the suite is and asks for.</summary>
    public void Suite(SuiteEvidence suite) => Write(Entry(JournalKind.Suite) with { Suite = suite });

    /// <summary>Engine, registry or image failed.</summary>
    public void Failed(Fault fault) => Write(Entry(JournalKind.Fault) with { Fault = fault });

    /// <summary>The caller asked for the end before the first attempt.</summary>
    public void Interrupted() => Write(Entry(JournalKind.Interrupted));

    /// <summary>The image was resolved.</summary>
    public void Image(ImageEvidence image) => Write(Entry(JournalKind.Image) with { Image = image });

    /// <summary>Anything else worth knowing.</summary>
    public void Note(string text) => Write(Entry(JournalKind.Note) with { Text = text });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
            stream.Dispose();
    }

    internal JournalEntry Entry(JournalKind kind) => new() { At = clock.GetUtcNow(), Kind = kind };

    internal void Write(JournalEntry entry)
    {
        var line = Line(entry);
        lock (gate)
        {
            if (!stream.CanWrite) // events may still arrive after the end
                return;
            try
            {
                stream.Write(line);
            }
            catch (IOException exception)
            {
                Fault ??= exception;
            }
        }
    }

    // No buffer: one line is one write.
    private static FileStream Create(string path) =>
        new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);

    private byte[] Line(JournalEntry entry)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(entry, EvidenceJson.Lines.JournalEntry);
        return [.. redact is null ? json : JsonRedaction.Apply(json, redact), (byte)'\n'];
    }
}
