namespace Harness.Suites.Reading;

/// <summary>Reads <c>timeouts</c>, <c>network</c>, <c>workspace</c>, <c>retries</c> and <c>vary</c>.</summary>
internal static class SmallSections
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>A deadline; null when there was something to complain about.</summary>
    public static TimeSpan? Deadline(Field? field) => field?.Duration(Shortest, Longest);

    public static SuiteTimeouts Timeouts(MapReader map)
    {
        var defaults = new SuiteTimeouts();
        return new()
        {
            Pull = Deadline(map.Find("pull")) ?? defaults.Pull,
            Install = Deadline(map.Find("install")) ?? defaults.Install,
            Test = Deadline(map.Find("test")) ?? defaults.Test,
            Suite = Deadline(map.Find("suite")) ?? defaults.Suite,
        };
    }

    /// <summary>An install that has a wheelhouse and no index needs no network, so by default it has none.</summary>
    public static NetworkOptions Network(MapReader map, PythonOptions python) =>
        new(map.Find("install")?.Flag() ?? !python.NoIndex, map.Find("test")?.Flag() ?? false);

    public static WorkspaceOptions Workspace(MapReader map, ReadContext context)
    {
        var path = map.Find("path");
        return new(
            path?.ExistingFolder(path.Text()) ?? context.Directory,
            map.Find("access")?.Word(SuiteWords.Access) ?? WorkspaceAccess.ReadOnly);
    }

    public static RetryOptions Retries(MapReader map) => new(
        map.Find("attempts")?.Integer(1, 10) ?? 3,
        map.Find("delay")?.Duration(TimeSpan.Zero, TimeSpan.FromHours(1)) ?? TimeSpan.FromSeconds(6),
        map.Find("backoff")?.Word(SuiteWords.Backoff) ?? true,
        map.Find("tests")?.Flag() ?? false);

    public static IReadOnlyList<string> Vary(Field? field, int runs)
    {
        var words = field.Items(item => item.Word(SuiteWords.Vary));
        if (field is not null && words.Count > 0 && runs < 2)
        {
            field.Context.Warn(
                SuiteCodes.NotActedOn,
                field.Position,
                "'vary' has no effect: there is one run, and the second one is what it varies.",
                "Let there be two runs, or remove it.");
        }

        return words;
    }
}
