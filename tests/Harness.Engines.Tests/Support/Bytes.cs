using System.Text;

namespace Harness.Engines.Tests.Support;

/// <summary>Text as bytes and back, one to one.</summary>
internal static class Bytes
{
    public static byte[] Of(string text) => Encoding.Latin1.GetBytes(text);

    public static string Read(string path) => Encoding.Latin1.GetString(File.ReadAllBytes(path));
}
