namespace Harness.Suites.Reading;

/// <summary>The words that a key takes, with what they mean.</summary>
/// <typeparam name="T">What they mean.</typeparam>
internal sealed class WordTable<T>(params WordMeaning<T>[] entries)
    where T : struct
{
    /// <summary>The words, in the order in which people read them.</summary>
    public IReadOnlyList<string> Words => [.. entries.Select(entry => entry.Word)];

    /// <summary>What a word means; null when it is none of them.</summary>
    public T? Find(string word)
    {
        foreach (var (known, meaning) in entries)
        {
            if (known == word)
                return meaning;
        }

        return null;
    }
}
