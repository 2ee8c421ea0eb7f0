using System.Text.Json;
using Harness.Evidence;

namespace Harness.Running;

/// <summary>What the collecting program found in a sandbox after the install.</summary>
public sealed record CollectedInstall
{
    /// <summary>Use of the writable space.</summary>
    public SpaceUse? Disk { get; init; }

    /// <summary>Use of <c>/dev/shm</c>.</summary>
    public SpaceUse? SharedMemory { get; init; }

    /// <summary>pip's report.</summary>
    public string? Report { get; init; }

    /// <summary>The end of pip's log.</summary>
    public string? Log { get; init; }

    /// <summary>What <c>pip freeze --all --local</c> printed.</summary>
    public string? Freeze { get; init; }

    /// <summary>What <c>pip inspect</c> printed.</summary>
    public string? Inspect { get; init; }

    /// <summary>
    /// Reads the program's JSON lines and passes the lines about files on, which may be many.
    /// A torn last line, of a program that was killed, is left out.
    /// </summary>
    public static CollectedInstall Read(IEnumerable<string> lines, Action<string> file)
    {
        var result = new CollectedInstall();
        foreach (var line in lines)
        {
            JsonDocument document;
            try
            {
                document = JsonDocument.Parse(line);
            }
            catch (JsonException)
            {
                break; // torn: nothing whole can follow
            }

            using (document)
            {
                var root = document.RootElement;
                var section = root.GetProperty("section").GetString();
                if (section == "file")
                    file(line);
                else
                    result = result.With(section, root);
            }
        }

        return result;
    }

    private CollectedInstall With(string? section, JsonElement root) => section switch
    {
        "disk" => this with { Disk = Space(root) },
        "shared-memory" => this with { SharedMemory = Space(root) },
        "report" => this with { Report = Text(root) },
        "log" => this with { Log = Text(root) },
        "freeze" => this with { Freeze = Text(root) },
        "inspect" => this with { Inspect = Text(root) },
        _ => this,
    };

    private static string? Text(JsonElement root) => root.GetProperty("text").GetString();

    private static SpaceUse Space(JsonElement root) => new(
        root.GetProperty("usedBytes").GetInt64(),
        root.GetProperty("totalBytes").GetInt64(),
        root.TryGetProperty("inodesUsed", out var used) ? used.GetInt64() : null,
        root.TryGetProperty("inodesTotal", out var total) ? total.GetInt64() : null);
}
