using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Harness.Build.Fixtures;

namespace Harness.Build.Tests.Fixtures;

public sealed class OciLayoutTests
{
    private static readonly DateTimeOffset Created = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_content_always_has_the_same_digest()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();

        Assert.Equal(Write(first, "files"), Write(second, "files"));
    }

    [Fact]
    public void Other_content_has_another_digest()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();

        Assert.NotEqual(Write(first, "files"), Write(second, "other files"));
    }

    [Fact]
    public void Every_blob_is_named_after_its_own_hash()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "files");

        var blobs = Directory.GetFiles(Path.Combine(folder.Path, "image", "blobs", "sha256"));

        Assert.Equal(3, blobs.Length);
        Assert.All(blobs, blob => Assert.Equal(Path.GetFileName(blob), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(blob)))));
    }

    [Fact]
    public void The_digest_is_the_manifests_which_leads_to_configuration_and_layer()
    {
        using var folder = new TemporaryFolder();

        var digest = Write(folder, "files");

        var manifest = Blob(folder, digest);
        var configuration = Blob(folder, (string)manifest["config"]!["digest"]!);
        Assert.Equal(digest, OciLayout.Digest(Path.Combine(folder.Path, "image")));
        Assert.Equal((string)manifest["layers"]![0]!["digest"]!, (string)configuration["rootfs"]!["diff_ids"]![0]!);
        Assert.Equal("2024-01-01T00:00:00Z", (string)configuration["created"]!);
        Assert.Equal("python3", (string)configuration["config"]!["Cmd"]![0]!);
    }

    [Fact]
    public void A_layer_comes_on_top_of_another_image_which_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var digest = Write(folder, "files");
        var below = Blob(folder, digest)["layers"]![0]!.ToJsonString();

        var extended = OciLayout.Extend(Path.Combine(folder.Path, "extended"), Path.Combine(folder.Path, "image"), folder.Write("top.tar", "more files"));

        var manifest = Blob(folder, extended, "extended");
        var configuration = Blob(folder, (string)manifest["config"]!["digest"]!, "extended");
        var layers = manifest["layers"]!.AsArray();
        Assert.Equal(digest, OciLayout.Digest(Path.Combine(folder.Path, "image")));
        Assert.Equal([below, layers[1]!.ToJsonString()], layers.Select(layer => layer!.ToJsonString()));
        Assert.Equal(layers.Select(layer => (string)layer!["digest"]!), configuration["rootfs"]!["diff_ids"]!.AsArray().Select(layer => (string)layer!));
        Assert.Equal("more files", Text(folder, (string)layers[1]!["digest"]!, "extended"));
        Assert.Equal("files", Text(folder, (string)layers[0]!["digest"]!, "extended"));
        Assert.Equal("python3", (string)configuration["config"]!["Cmd"]![0]!);
    }

    private static string Write(TemporaryFolder folder, string layer) => OciLayout.Write(
        Path.Combine(folder.Path, "image"), folder.Write("layer.tar", layer), JsonNode.Parse("""{"Cmd":["python3"]}""")!, Created);

    private static JsonNode Blob(TemporaryFolder folder, string digest, string image = "image") => JsonNode.Parse(Text(folder, digest, image))!;

    private static string Text(TemporaryFolder folder, string digest, string image) =>
        File.ReadAllText(Path.Combine(folder.Path, image, "blobs", "sha256", digest["sha256:".Length..]));
}
