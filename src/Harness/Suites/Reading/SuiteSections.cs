namespace Harness.Suites.Reading;

/// <summary>Reads the whole of a suite, section by section.</summary>
internal static class SuiteSections
{
    /// <summary>The suite, with every default filled in; worth something only when nothing was complained about.</summary>
    public static Suite Read(Field file, string path)
    {
        var context = file.Context;
        var map = MapReader.Read(file, SuiteKeys.Root);
        IdentityValues.CheckSchema(map.Find("schema"));
        var python = PythonSection.Read(map.Section("python", SuiteKeys.Python));

        var runs = Runs(map.Find("runs"), context);
        return new()
        {
            Name = Names.Suite(map.Require("name", "Add name: NAME, such as api; reports and the artifacts folder use it.")) ?? "",
            File = path,
            DisplayFile = context.DisplayFile,
            Directory = context.Directory,
            Image = ImageValue.Read(map.Require("image", $"Add image: {ImageValue.Example}.")) ?? "",
            AllowUnpinned = context.Options.Overrides.AllowUnpinned ?? false,
            Platform = IdentityValues.Platform(map.Find("platform")),
            Python = python,
            Environment = EnvironmentSection.Read(map.Find("env")),
            Workspace = SmallSections.Workspace(map.Section("workspace", SuiteKeys.Workspace), context),
            Limits = LimitsSection.Read(map.Section("limits", SuiteKeys.Limits), context.Options.Overrides),
            Timeouts = SmallSections.Timeouts(map.Section("timeouts", SuiteKeys.Timeouts)),
            Network = SmallSections.Network(map.Section("network", SuiteKeys.Network), python),
            User = IdentityValues.User(map.Find("user")),
            Runs = runs,
            Vary = SmallSections.Vary(map.Find("vary"), runs),
            Retries = SmallSections.Retries(map.Section("retries", SuiteKeys.Retries)),
            SourceBuilds = map.Find("source-builds")?.Word(SuiteWords.SourceBuilds) ?? SourceBuildPolicy.Allow,
            Tests = TestsSection.Read(map.Require("tests", "Add tests: with at least one {name: NAME, run: COMMAND}.")),
            Secrets = context.Secrets.All,
            Positions = context.Positions,
        };
    }

    private static int Runs(Field? field, ReadContext context)
    {
        var written = field?.Integer(1, Suite.MaxRuns) ?? 2;
        if (context.Options.Overrides.Runs is not { } runs)
            return written;

        if (runs is < 1 or > Suite.MaxRuns)
        {
            context.Invalid(
                context.WholeFile,
                $"The runs asked for must be a whole number from 1 to {Suite.MaxRuns}, but are {runs}.",
                "Ask for 1 to switch the comparison off, or 2 to compare.");
        }

        return runs;
    }
}
