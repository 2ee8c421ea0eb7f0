using System.Text;
using Harness.Evidence;

namespace Harness.Suites.Reading;

/// <summary>Gathers what must not appear in anything that is written.</summary>
internal sealed class SecretCollector
{
    /// <summary>Shorter texts are too common in ordinary output: replacing them would ruin the evidence and hide nothing.</summary>
    public const int MinLength = 4;

    private readonly SortedSet<string> _secrets = new(StringComparer.Ordinal);

    /// <summary>All of them, in ordinal order.</summary>
    public IReadOnlyList<string> All => [.. _secrets];

    /// <summary>
    /// Whether a variable's name says that its value is secret: one of its words (between underscores, hyphens and dots) is or ends
    /// with a word for it. <c>GITHUB_TOKEN</c> is, <c>TOKENIZERS_PARALLELISM</c> and <c>MONKEY</c> are not.
    /// </summary>
    public static bool IsSecretName(string name) => name
        .ToUpperInvariant()
        .Split('_', '-', '.')
        .Any(word => word is "KEY" or "KEYS" or "PASS" or "PAT" or "AUTH"
            || SecretEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)));

    private static readonly string[] SecretEndings =
        ["TOKEN", "TOKENS", "PASSWORD", "PASSWORDS", "PASSWD", "PASSPHRASE", "SECRET", "SECRETS", "CREDENTIAL", "CREDENTIALS", "APIKEY"];

    /// <summary>Takes a secret; of one with several lines also each line, as logs show them one at a time.</summary>
    public void Add(string secret)
    {
        AddOne(secret);
        if (secret.Contains('\n'))
        {
            foreach (var line in secret.Split('\n', StringSplitOptions.TrimEntries))
                AddOne(line);
        }
    }

    /// <summary>Takes the credentials of every URL in a text, whole and the password alone, as written and percent-decoded.</summary>
    public void AddCredentials(string text)
    {
        var rest = Encoding.UTF8.GetBytes(text).AsSpan();
        while (rest.IndexOf("://"u8) is >= 0 and var scheme)
        {
            var web = rest[..scheme].EndsWith("http"u8) || rest[..scheme].EndsWith("https"u8);
            rest = rest[(scheme + 3)..];
            var length = UserInfo.Measure(rest, final: true, bareNames: web)!.Value; // final: never undecided
            if (length > 0)
                AddUserInfo(Encoding.UTF8.GetString(rest[..length]));
        }
    }

    private void AddUserInfo(string userInfo)
    {
        AddWithDecoded(userInfo);
        if (userInfo.IndexOf(':') is >= 0 and var colon)
            AddWithDecoded(userInfo[(colon + 1)..]);
    }

    private void AddWithDecoded(string text)
    {
        AddOne(text);
        AddOne(Uri.UnescapeDataString(text));
    }

    private void AddOne(string secret)
    {
        if (secret.Length >= MinLength && !bool.TryParse(secret, out _))
            _secrets.Add(secret);
    }
}
