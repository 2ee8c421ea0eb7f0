using Harness.Benchmarks;
using Harness.Benchmarks.Groups;
using Harness.Benchmarks.Reporting;

if (BenchOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine($"Usage: bench [{string.Join('|', BenchGroups.All.Keys)}…] [--quick]");
    return 2;
}

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};

var surroundings = Surroundings.Find();
var results = new List<ContestResult>();
foreach (var name in options.Groups)
{
    // Each contest is reported as soon as it is over: an interrupted benchmark has told what it measured so far.
    await foreach (var result in BenchGroups.All[name](surroundings, options).RunAsync(interrupted.Token))
    {
        results.Add(result);
        Console.Write(MarkdownReport.Of(result));
    }
}

var machine = MachineFacts.Read();
Console.WriteLine(machine.Text);
ReportFiles.Write(surroundings.Reports, options, machine, results);
return 0;
