namespace Bullseye.Internal;

/// <summary>What has run so far, in the order of starting. A target's time is that of its actions, its dependencies' not counted.</summary>
internal sealed class Results
{
    private readonly Lock _lock = new();
    private readonly List<(Unit Unit, ResultRow Row)> _rows = [];
    private readonly OrderedDictionary<string, ResultRow> _targets = [];

    public IReadOnlyList<ResultRow> Targets => [.. _targets.Values];

    public TimeSpan Total => _targets.Values.Aggregate(TimeSpan.Zero, (total, row) => total + row.Duration);

    public void Start(Unit unit)
    {
        lock (_lock)
            RowOf(unit);
    }

    public void End(Unit unit, Tone tone, string outcome, TimeSpan duration)
    {
        lock (_lock)
        {
            var row = RowOf(unit);
            (row.Tone, row.Outcome, row.Duration) = (tone, outcome, duration);
            if (unit.Input is null)
                return;

            // A target with inputs has succeeded until one of them fails.
            var target = _targets[unit.Target.Name];
            target.Duration += duration;
            if (target.Outcome.Length == 0 || tone == Tone.Failure)
                (target.Tone, target.Outcome) = (tone, outcome);
        }
    }

    private ResultRow RowOf(Unit unit)
    {
        if (!_targets.TryGetValue(unit.Target.Name, out var target))
            _targets.Add(unit.Target.Name, target = new ResultRow(unit.Target.Name));

        if (unit.Input is null)
            return target;

        // By reference: two inputs may read the same.
        var known = _rows.Find(entry => ReferenceEquals(entry.Unit, unit)).Row;
        if (known is not null)
            return known;

        var row = new ResultRow(unit.Input);
        _rows.Add((unit, row));
        target.Inputs.Add(row);
        return row;
    }
}
