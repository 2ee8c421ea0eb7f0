using System.Security.Cryptography;
using System.Text;

namespace Harness.Build;

/// <summary>Tells this clone from the others on the machine: what it names or numbers on the host comes from its path.</summary>
internal static class Clone
{
    private static readonly byte[] Hash = SHA256.HashData(Encoding.UTF8.GetBytes(Paths.Root));

    /// <summary>Eight hexadecimal digits.</summary>
    public static string Id { get; } = Convert.ToHexStringLower(Hash.AsSpan(0, 4));

    /// <summary>Where the searches for a free port and a free network begin; never negative.</summary>
    public static int Seed { get; } = BitConverter.ToUInt16(Hash);
}
