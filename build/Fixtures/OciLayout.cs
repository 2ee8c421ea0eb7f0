using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Harness.Build.Fixtures;

/// <summary>
/// Writes images as OCI image layouts. An engine's own `import` puts the time of day into the image, and
/// so makes a new digest each time; here the same file system and configuration always have the same digest.
/// </summary>
internal static class OciLayout
{
    private const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    private const string Configuration = "application/vnd.oci.image.config.v1+json";
    private const string Layer = "application/vnd.oci.image.layer.v1.tar";

    /// <summary>Writes an image of one layer.</summary>
    /// <param name="directory">Where the layout goes; the layer is moved into it.</param>
    /// <param name="layer">The root file system as an uncompressed tar file.</param>
    /// <param name="settings">The container configuration: Env, Cmd and the like.</param>
    /// <param name="created">The moment that the image claims to be from.</param>
    /// <returns>The digest that pins the image.</returns>
    public static string Write(string directory, string layer, JsonNode settings, DateTimeOffset created)
    {
        var configuration = new JsonObject
        {
            ["created"] = created.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
            ["architecture"] = Architecture,
            ["os"] = "linux",
            ["config"] = settings.DeepClone(),
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray() },
        };

        return WriteImage(directory, configuration, [], layer);
    }

    /// <summary>Writes the image of another layout with one more layer on top.</summary>
    /// <param name="directory">Where the layout goes; the layer is moved into it.</param>
    /// <param name="original">The other layout, which stays as it is.</param>
    /// <param name="layer">What comes on top, as an uncompressed tar file.</param>
    /// <returns>The digest that pins the image.</returns>
    public static string Extend(string directory, string original, string layer)
    {
        var manifest = ReadBlob(original, Digest(original));
        var configuration = ReadBlob(original, (string)manifest["config"]!["digest"]!);
        var layers = manifest["layers"]!.DeepClone().AsArray();
        Directory.CreateDirectory(Blobs(directory));

        foreach (var below in layers.Select(descriptor => (string)descriptor!["digest"]!))
        {
            File.Copy(Blob(original, below), Blob(directory, below), overwrite: true);
        }

        return WriteImage(directory, configuration, layers, layer);
    }

    /// <returns>The digest of a layout's only image.</returns>
    public static string Digest(string directory) =>
        (string)JsonNode.Parse(File.ReadAllText(Path.Combine(directory, "index.json")))!["manifests"]![0]!["digest"]!;

    // The names of Go's GOARCH, which OCI uses.
    private static string Architecture => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "amd64",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static string Blobs(string directory) => Path.Combine(directory, "blobs", "sha256");

    private static string Blob(string directory, string digest) => Path.Combine(Blobs(directory), digest["sha256:".Length..]);

    private static string WriteImage(string directory, JsonObject configuration, JsonArray layers, string layer)
    {
        var blobs = Blobs(directory);
        Directory.CreateDirectory(blobs);

        var top = MoveBlob(blobs, layer);
        layers.Add(top);
        // The layers are not compressed, so that these are the digests of the blobs.
        configuration["rootfs"]!["diff_ids"]!.AsArray().Add(top["digest"]!.DeepClone());

        var manifest = WriteBlob(blobs, Manifest, new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = Manifest,
            ["config"] = WriteBlob(blobs, Configuration, configuration),
            ["layers"] = layers,
        });

        File.WriteAllText(Path.Combine(directory, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        File.WriteAllText(
            Path.Combine(directory, "index.json"),
            new JsonObject { ["schemaVersion"] = 2, ["manifests"] = new JsonArray(manifest) }.ToJsonString());

        return Digest(directory);
    }

    private static JsonObject ReadBlob(string directory, string digest) =>
        JsonNode.Parse(File.ReadAllText(Blob(directory, digest)))!.AsObject();

    private static JsonObject MoveBlob(string blobs, string file)
    {
        using var content = File.OpenRead(file);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var size = content.Length;
        File.Move(file, Path.Combine(blobs, hash), overwrite: true);

        return Descriptor(Layer, hash, size);
    }

    private static JsonObject WriteBlob(string blobs, string mediaType, JsonObject content)
    {
        var bytes = Encoding.UTF8.GetBytes(content.ToJsonString());
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        File.WriteAllBytes(Path.Combine(blobs, hash), bytes);

        return Descriptor(mediaType, hash, bytes.Length);
    }

    private static JsonObject Descriptor(string mediaType, string hash, long size) =>
        new() { ["mediaType"] = mediaType, ["digest"] = $"sha256:{hash}", ["size"] = size };
}
