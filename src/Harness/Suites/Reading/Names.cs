namespace Harness.Suites.Reading;

/// <summary>What names may look like.</summary>
internal static class Names
{
    private const int MaxLength = 100;

    /// <summary>Files that the artifacts folder holds beside a folder for each suite.</summary>
    private static readonly string[] Reserved = ["junit.xml", "summary.md", "report.html", "index.json"];

    /// <summary>What the name of a suite is made of, for messages.</summary>
    public static readonly string OfSuites = $"1 to {MaxLength} small letters, digits, dots, hyphens and underscores, beginning with a letter or digit";

    /// <summary>Whether a text can be the name of a suite.</summary>
    public static bool IsSuite(string text) => IsName(text, upperCase: false) && !Reserved.Contains(text);

    /// <summary>Reads the suite's name; null when there was something to complain about.</summary>
    public static string? Suite(Field? field)
    {
        if (field?.Text() is not { } name)
            return null;
        if (Reserved.Contains(name))
        {
            field.Invalid($"The suite cannot be named '{name}': the artifacts folder holds a file of that name.", "Choose another name.");
            return null;
        }

        if (IsName(name, upperCase: false))
            return name;

        field.MustBe(OfSuites, "Write a name such as api or api-3.11.");
        return null;
    }

    /// <summary>Reads a test's name; null when there was something to complain about.</summary>
    public static string? Test(Field? field)
    {
        if (field?.Text() is not { } name)
            return null;
        if (IsName(name, upperCase: true))
            return name;

        field.MustBe(
            $"1 to {MaxLength} letters, digits, dots, hyphens and underscores, beginning with a letter or digit",
            "Write a name such as imports or unit-tests.");
        return null;
    }

    /// <summary>Whether a text is a package's name, as packaging standards have it.</summary>
    public static bool IsPackage(string text) =>
        IsName(text, upperCase: true) && char.IsAsciiLetterOrDigit(text[^1]);

    private static bool IsName(string text, bool upperCase) =>
        text.Length is > 0 and <= MaxLength
        && text.All(character => IsLetterOrDigit(character, upperCase) || character is '.' or '_' or '-')
        && IsLetterOrDigit(text[0], upperCase);

    private static bool IsLetterOrDigit(char character, bool upperCase) =>
        upperCase ? char.IsAsciiLetterOrDigit(character) : char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character);
}
