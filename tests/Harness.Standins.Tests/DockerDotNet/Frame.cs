using System.Buffers.Binary;
using System.Text;

namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>What an engine puts around output.</summary>
internal static class Frame
{
    public static byte[] Of(byte stream, byte[] content)
    {
        var frame = new byte[8 + content.Length];
        frame[0] = stream;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), content.Length);
        content.CopyTo(frame, 8);
        return frame;
    }

    public static byte[] Of(byte stream, string text) => Of(stream, Encoding.UTF8.GetBytes(text));
}
