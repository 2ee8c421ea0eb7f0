namespace Bullseye.Internal;

/// <summary>One invocation: it explains, lists or runs, as the command line says.</summary>
internal sealed class Session(TargetCatalog catalog, Arguments arguments, Func<Exception, bool> messageOnly, Surroundings surroundings)
{
    public async Task RunAsync()
    {
        if (arguments.Has(Option.Clear) && !Console.IsOutputRedirected)
            Console.Clear();

        var progress = new Progress(surroundings, arguments);
        progress.Header();

        if (arguments.Unknown.Count > 0)
        {
            var s = arguments.Unknown.Count > 1 ? "s" : "";
            throw new InvalidUsageException($"Unknown option{s} {string.Join(' ', arguments.Unknown)}. \"--help\" for usage.");
        }

        if (arguments.Help)
        {
            await surroundings.Output.WriteAsync(Usage.Render(catalog, surroundings.Style)).ConfigureAwait(false);
            return;
        }

        var names = catalog.Complete(arguments.Targets);
        if (arguments.Lists)
        {
            var all = catalog.All.Select(target => target.Name).Order(StringComparer.OrdinalIgnoreCase);
            var list = Listing.Render(catalog, names.Count > 0 ? names : [.. all], Listing.Content.Of(arguments), surroundings.Style);
            await surroundings.Output.WriteAsync(list).ConfigureAwait(false);
            return;
        }

        if (!arguments.Has(Option.SkipDependencies))
            DependencyCheck.RefuseMissing(catalog);

        DependencyCheck.RefuseCircular(catalog);
        await RunAsync(catalog.Find(names.Count > 0 ? names : ["default"]), progress).ConfigureAwait(false);
    }

    private async Task RunAsync(IReadOnlyList<TargetDefinition> targets, Progress progress)
    {
        progress.Start(targets);
        var success = false;
        try
        {
            using var runner = new TargetRunner(arguments, messageOnly, progress);
            await new Scheduler(catalog, targets, arguments, runner, progress).RunAsync().ConfigureAwait(false);
            success = true;
        }
        finally
        {
            progress.Finish(targets, success);
        }
    }
}
