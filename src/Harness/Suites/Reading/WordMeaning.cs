namespace Harness.Suites.Reading;

/// <summary>A word of the suite file and what it means.</summary>
internal readonly record struct WordMeaning<T>(string Word, T Meaning)
    where T : struct;
