namespace Harness.Suites.Wording;

/// <summary>Finds the known word that somebody most likely meant.</summary>
public static class NearestWord
{
    /// <summary>
    /// The known word that differs only in case, hyphens and underscores, else the one with the fewest slips (letters left out, added,
    /// changed or swapped), as long as these are few for its length; null when none is near. Of two as near it is the one that begins
    /// alike: the first letter is seldom the wrong one.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> known)
    {
        var folded = Fold(word);
        return known
            .Select(candidate => (Word: candidate, Folded: Fold(candidate)))
            .Select(candidate => (candidate.Word, Slips: Distance(folded, candidate.Folded), Alike: candidate.Folded.FirstOrDefault() == folded.FirstOrDefault()))
            .Where(candidate => candidate.Slips <= Math.Max(1, candidate.Word.Length / 3))
            .OrderBy(candidate => candidate.Slips).ThenByDescending(candidate => candidate.Alike)
            .Select(candidate => candidate.Word).FirstOrDefault();
    }

    /// <summary>What somebody may have meant, such as <c>a, b or c</c>: all words that begin with what was written, else the nearest; null when none is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">The words that there are.</param>
    /// <param name="quote">Stands around each.</param>
    public static string? Meant(string word, IEnumerable<string> known, string quote = "")
    {
        var folded = Fold(word);
        var words = known.ToList();
        var begun = words.Where(candidate => folded.Length > 1 && Fold(candidate).StartsWith(folded, StringComparison.Ordinal)).ToList();
        return begun.Count > 0 ? DisplayText.Join([.. begun.Select(candidate => quote + candidate + quote)], "or")
            : Find(word, words) is { } nearest ? quote + nearest + quote : null;
    }

    /// <summary>Whether two words differ in nothing but case, hyphens and underscores.</summary>
    public static bool IsSame(string left, string right) => Fold(left) == Fold(right);

    /// <summary>Damerau–Levenshtein distance (optimal string alignment); large when the lengths alone rule nearness out.</summary>
    public static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 8)
            return int.MaxValue;

        var before = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }

    private static string Fold(string word) =>
        string.Concat(word.Where(character => character is not ('-' or '_'))).ToLowerInvariant();
}
