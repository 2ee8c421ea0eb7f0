namespace Harness.Evidence;

/// <summary>What could be read of a journal.</summary>
/// <param name="Entries">The lines, in the order in which they were written.</param>
/// <param name="Unreadable">Lines that could not be read: damaged, or of a kind that this version does not know.</param>
/// <param name="Torn">Whether the last line breaks off, as it does when the machine or the process dies in the middle of it.</param>
public sealed record JournalReading(IReadOnlyList<JournalEntry> Entries, int Unreadable, bool Torn);
