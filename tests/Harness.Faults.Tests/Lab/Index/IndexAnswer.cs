using System.Text;

namespace Harness.Faults.Tests.Lab.Index;

/// <summary>What the package index answers to one request.</summary>
public sealed record IndexAnswer(int Status, byte[] Body, string Type = "text/html")
{
    /// <summary>Further headers, each with its line end.</summary>
    public string Headers { get; init; } = "";

    /// <summary>How many bytes it says that it has; null: as many as it has.</summary>
    public int? ClaimedLength { get; init; }

    /// <summary>What it does after the body: <see cref="Silence"/> or <see cref="Reset"/>; null: it ends as it should.</summary>
    public IndexAnswer? Then { get; init; }

    /// <summary>Takes the request and never answers.</summary>
    public static IndexAnswer Silence { get; } = new(0, []);

    /// <summary>Takes the request and breaks the connection.</summary>
    public static IndexAnswer Reset { get; } = new(-1, []);

    /// <summary>An error and nothing else.</summary>
    public static IndexAnswer Error(int status) => new(status, []);

    /// <summary>A project's page with these files.</summary>
    public static IndexAnswer Page(params IEnumerable<string> files) =>
        Html(string.Concat(files.Select(file => $"<a href=\"/files/{file}\">{file.Split('#')[0]}</a><br>")));

    /// <summary>A project's page with a file that another host has.</summary>
    public static IndexAnswer PageOf(string host, string file) => Html($"<a href=\"http://{host}/files/{file}\">{file}</a>");

    /// <summary>A page with this body.</summary>
    public static IndexAnswer Html(string body) => new(200, Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body>{body}</body></html>"));

    /// <summary>A file.</summary>
    public static IndexAnswer File(byte[] content) => new(200, content, "application/octet-stream");
}
