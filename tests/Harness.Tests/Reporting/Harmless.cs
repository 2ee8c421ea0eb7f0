using System.Globalization;
using System.Text;

namespace Harness.Tests.Reporting;

/// <summary>What a line that people read in a terminal or a log must not do.</summary>
public static class Harmless
{
    /// <summary>What no line of any report for people may hold.</summary>
    public static void Check(string line)
    {
        Assert.DoesNotContain(line, character => char.IsControl(character));
        Assert.DoesNotContain(line.EnumerateRunes(), rune => rune.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line);
        Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
        Assert.DoesNotContain("##vso[", line, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(line.Length, 0, 20_000);
    }
}
