using System.Runtime.InteropServices;

namespace Bullseye.Internal;

/// <summary>Prints what happens, and keeps the results for the closing table.</summary>
internal sealed class Progress(Surroundings surroundings, Arguments arguments)
{
    private const string Succeed = "Succeeded";
    private const string Fail = "FAILED!";
    private const string None = "No inputs!";
    private readonly Results _results = new();
    private readonly Style _style = surroundings.Style;
    private readonly bool _groups = surroundings.Host is Host.GitHubActions && !arguments.Has(Option.Parallel);

    public void Header()
    {
        if (!arguments.Has(Option.Verbose))
            return;

        if (surroundings.NoColorVariable)
            surroundings.Diagnostics.WriteLine($"{surroundings.Prefix}: NO_COLOR is set: output has no colours.");

        Print($"{_style.Paint(Tone.Quiet, "Bullseye version:")} {typeof(Progress).Assembly.GetName().Version}");
        Print($"{_style.Paint(Tone.Quiet, "Host:")} {surroundings.Host} ({(arguments.ForcedHost is null ? "detected" : "forced")})");
        Print($"{_style.Paint(Tone.Quiet, "OS:")} {RuntimeInformation.OSDescription}");
        Print($"{_style.Paint(Tone.Quiet, "Args:")} {string.Join(' ', arguments.All)}");
    }

    public void Start(IReadOnlyList<TargetDefinition> targets) => Print($"{_style.Paint(Tone.Text, "Starting...")} {Run(targets)}");

    public void Finish(IReadOnlyList<TargetDefinition> targets, bool success)
    {
        foreach (var line in Summary.Render(_results.Targets, _results.Total, _style))
            Print(line);

        var outcome = success ? _style.Paint(Tone.Success, Succeed) : _style.Paint(Tone.Failure, Fail);
        Print($"{outcome} {Run(targets)} {Timing(_results.Total)}");
    }

    public void Verbose(Unit unit, string what)
    {
        if (arguments.Has(Option.Verbose))
            Print(unit, _style.Paint(Tone.Quiet, what));
    }

    public void OpenGroup(Unit unit)
    {
        if (_groups)
            surroundings.Output.WriteLine($"::group::{_style.Paint(Tone.Quiet, surroundings.Prefix + ":")} {Name(unit)}");
    }

    public void CloseGroup()
    {
        if (_groups)
            surroundings.Output.WriteLine("::endgroup::");
    }

    public void Start(Unit unit)
    {
        _results.Start(unit);
        Print(unit, _style.Paint(Tone.Text, "Starting..."));
    }

    public void Success(Unit unit, TimeSpan duration) => End(unit, Tone.Success, Succeed, "", duration);

    public void NoInputs(Unit unit) => End(unit, Tone.Warning, None, "", TimeSpan.Zero);

    public void Failure(Unit unit, Exception exception, bool messageOnly, TimeSpan duration)
    {
        if (!messageOnly)
            surroundings.Output.WriteLine($"{Lead(unit)} {_style.Paint(Tone.Failure, exception.ToString())}");

        End(unit, Tone.Failure, Fail, exception.Message, duration);
    }

    private void End(Unit unit, Tone tone, string outcome, string message, TimeSpan duration)
    {
        _results.End(unit, tone, outcome, duration);
        var detail = message.Length == 0 ? "" : " " + _style.Paint(tone, message);
        Print(unit, $"{_style.Paint(tone, outcome)}{detail} {Timing(duration)}");
    }

    private void Print(string text) => surroundings.Output.WriteLine($"{_style.Paint(Tone.Quiet, surroundings.Prefix + ":")} {text}");

    private void Print(Unit unit, string text)
    {
        var path = unit.Path.Length == 0 ? "" : " " + _style.Paint(Tone.Quiet, $"({unit.Path})");
        surroundings.Output.WriteLine($"{Lead(unit)} {text}{path}");
    }

    private string Lead(Unit unit) => $"{_style.Paint(Tone.Quiet, surroundings.Prefix + ":")} {Name(unit)}{_style.Paint(Tone.Text, ":")}";

    private string Name(Unit unit) =>
        _style.Paint(Tone.Target, unit.Target.Name)
        + (unit.Input is null ? "" : _style.Paint(Tone.Text, "/") + _style.Paint(Tone.Input, unit.Input));

    private string Timing(TimeSpan duration) => _style.Paint(Tone.Timing, $"({duration.Humanize()})");

    private string Run(IEnumerable<TargetDefinition> targets)
    {
        var names = _style.Paint(Tone.Target, $"({string.Join(' ', targets.Select(target => target.Name))})");
        return names + Tag(Option.DryRun, "dry run") + Tag(Option.Parallel, "parallel") + Tag(Option.SkipDependencies, "skip dependencies");

        string Tag(Option option, string text) => arguments.Has(option) ? " " + _style.Paint(Tone.Option, $"({text})") : "";
    }
}
