using Bullseye;
using Harness.Standins.Tests.BuildDummy;
using static Bullseye.Targets;

switch (args)
{
    // A build program like any other.
    case ["build", var graph, .. var rest]:
        Graphs.Define(graph);
        await RunTargetsAndExitAsync(rest, messageOnly: e => e is ExpectedException);
        return 99;

    // One that goes on after the targets, and keeps their output to itself.
    case ["build-and-go-on", var graph, .. var rest]:
        Graphs.Define(graph);
        var (output, diagnostics) = (new StringWriter(), new StringWriter());
        try
        {
            await RunTargetsWithoutExitingAsync(
                rest, messageOnly: _ => true, getMessagePrefix: () => "mine", outputWriter: output, diagnosticsWriter: diagnostics);
            Console.WriteLine("went on");
        }
        catch (Exception e) when (e is TargetFailedException or InvalidUsageException)
        {
            Console.WriteLine($"{e.GetType().Name}: {e.Message} / {e.InnerException?.GetType().Name}");
        }

        Console.WriteLine(output);
        return 7;

    case ["command", var scenario, .. var rest]:
        await Commands.RunAsync(scenario, rest);
        return 0;

    default:
        Console.Error.WriteLine("usage: build|build-and-go-on GRAPH [ARGUMENT]... | command SCENARIO [ARGUMENT]...");
        return 98;
}
