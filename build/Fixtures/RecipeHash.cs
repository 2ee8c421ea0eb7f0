using System.Security.Cryptography;
using System.Text;

namespace Harness.Build.Fixtures;

/// <summary>Tells whether what was made from a folder of recipes is still what the folder would make.</summary>
internal static class RecipeHash
{
    /// <param name="directory">Every file below counts, by its path and its bytes.</param>
    /// <param name="also">Whatever else the result depends on.</param>
    public static string Of(string directory, params string[] also)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        foreach (var path in Directory.GetFiles(directory, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(path));
            Append(hash, File.ReadAllBytes(Path.Combine(directory, path)));
        }

        foreach (var text in also)
        {
            Append(hash, Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Lengths keep "ab" + "c" and "a" + "bc" apart.
    private static void Append(IncrementalHash hash, byte[] part)
    {
        hash.AppendData(BitConverter.GetBytes(part.Length));
        hash.AppendData(part);
    }
}
