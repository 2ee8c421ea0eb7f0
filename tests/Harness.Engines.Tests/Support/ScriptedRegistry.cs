using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Harness.Engines.Tests.Support;

/// <summary>A registry on this machine that really serves one tiny image, or fails in whatever way it is told to.</summary>
internal sealed class ScriptedRegistry : IDisposable
{
    private const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";
    private const string ConfigType = "application/vnd.docker.container.image.v1+json";
    private const string LayerType = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new();
    private int _manifests;

    public ScriptedRegistry(string architecture = "amd64")
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Host = $"127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        Digest = Put(Manifest(architecture));
        _listener.Prefixes.Add($"http://{Host}/");
        _listener.Start();
        _ = Task.Run(ServeAsync); // away from the few threads that tests share
    }

    public string Host { get; }

    /// <summary>Digest of the image's manifest.</summary>
    public string Digest { get; }

    /// <summary>How often a manifest was asked for in full.</summary>
    public int ManifestRequests => _manifests;

    /// <summary>Status and body with which to answer the first so many requests for a manifest, instead of the manifest.</summary>
    public (int Status, string Body, int Times)? Failure { get; set; }

    /// <summary>Whether manifests are answered with another one than was asked for.</summary>
    public bool Lies { get; set; }

    public void Dispose() => _listener.Close();

    private byte[] Manifest(string architecture)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, $"{Guid.NewGuid():N}/"));
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(tar.ToArray());
        var layer = zipped.ToArray();
        var config = Encoding.UTF8.GetBytes(
            $$$"""
            {
              "architecture": "{{{architecture}}}", "os": "linux", "config": {},
              "rootfs": {"type": "layers", "diff_ids": ["{{{Hash(tar.ToArray())}}}"]}
            }
            """);
        return Encoding.UTF8.GetBytes(
            $$$"""
            {
              "schemaVersion": 2, "mediaType": "{{{ManifestType}}}",
              "config": {"mediaType": "{{{ConfigType}}}", "size": {{{config.Length}}}, "digest": "{{{Put(config)}}}"},
              "layers": [{"mediaType": "{{{LayerType}}}", "size": {{{layer.Length}}}, "digest": "{{{Put(layer)}}}"}]
            }
            """);
    }

    private string Put(byte[] blob)
    {
        var digest = Hash(blob);
        _blobs[digest] = blob;
        return digest;
    }

    private static string Hash(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // Closed.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (!path.Contains("/manifests/", StringComparison.Ordinal))
        {
            var found = _blobs.TryGetValue(name, out var blob) || path == "/v2/";
            Send(context, found ? 200 : 404, "application/octet-stream", blob ?? []);
            return;
        }

        if (context.Request.HttpMethod == "GET")
            Interlocked.Increment(ref _manifests);
        if (Failure is { Times: > 0 } failure)
        {
            Failure = failure with { Times = context.Request.HttpMethod == "GET" ? failure.Times - 1 : failure.Times };
            var type = failure.Body.StartsWith('<') ? "text/html" : "application/json";
            Send(context, failure.Status, type, Encoding.UTF8.GetBytes(failure.Body));
            return;
        }

        var manifest = name == "1" ? _blobs[Digest] : _blobs.GetValueOrDefault(name);
        if (Lies)
            manifest = [.. _blobs[Digest], (byte)'\n'];
        if (manifest is null)
            Send(context, 404, "application/json", """{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}"""u8.ToArray());
        else
            Send(context, 200, ManifestType, manifest);
    }

    private static void Send(HttpListenerContext context, int status, string type, byte[] body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.Headers["Docker-Distribution-Api-Version"] = "registry/2.0";
        if (status == 200 && body.Length > 0)
            response.Headers["Docker-Content-Digest"] = Hash(body);
        response.ContentLength64 = body.Length;
        if (context.Request.HttpMethod != "HEAD")
            response.OutputStream.Write(body);
        response.Close();
    }
}
