namespace Harness.Reporting.Html;

/// <summary>Keeps a report of many suites small: what fails is shown before what passes.</summary>
internal sealed class HtmlBudget
{
    /// <summary>Most characters of logs in the whole report.</summary>
    private const int MostLogs = 1_500_000;

    /// <summary>Most characters of the lists of differences that only a script shows.</summary>
    private const int MostDifferences = 1_500_000;

    private int _logs = MostLogs;
    private int _differences = MostDifferences;

    /// <summary>Bytes that a log may show.</summary>
    public int LogBytes(bool failed) => Math.Min(failed ? 32 << 10 : 4 << 10, Math.Max(0, _logs));

    /// <summary>Notes characters of logs that were written.</summary>
    public void Logs(int characters) => _logs -= characters;

    /// <summary>Whether a text of this length still has room among the differences.</summary>
    public bool TryDifference(int characters)
    {
        if (_differences < characters)
            return false;
        _differences -= characters;
        return true;
    }
}
