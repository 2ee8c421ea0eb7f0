namespace Bullseye.Internal;

/// <summary>The command line, understood: options start with a dash, stand alone and take no value; the rest are targets.</summary>
internal sealed record Arguments(
    IReadOnlyList<string> All, IReadOnlyList<string> Targets, IReadOnlySet<Option> Options, IReadOnlyList<string> Unknown, bool Help)
{
    private static readonly string[] HelpForms = ["--help", "-help", "/help", "-h", "/h", "-?", "/?"];

    public bool Lists => Has(Option.ListTargets) || Has(Option.ListDependencies) || Has(Option.ListInputs) || Has(Option.ListTree);

    /// <summary>The host that the caller asks to print for, or null to detect it.</summary>
    public Host? ForcedHost => Options.Where(Option.Hosts.ContainsKey).Select(option => (Host?)Option.Hosts[option]).FirstOrDefault();

    public bool Has(Option option) => Options.Contains(option);

    public static Arguments Parse(IEnumerable<string> args)
    {
        var all = args.ToList();
        var targets = new List<string>();
        var options = new HashSet<Option>();
        var unknown = new List<string>();
        var help = false;
        foreach (var arg in all)
        {
            if (HelpForms.Contains(arg, StringComparer.OrdinalIgnoreCase))
                help = true;
            else if (!arg.StartsWith('-'))
                targets.Add(arg);
            else if (Option.All.FirstOrDefault(option => option.Name == arg || option.Short == arg) is { } option)
                options.Add(option);
            else
                unknown.Add(arg);
        }

        return new Arguments(all, targets, options, unknown, help);
    }
}
