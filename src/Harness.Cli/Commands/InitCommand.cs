using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Diagnosis;
using Harness.Reporting;
using Harness.Running;
using Harness.Suites.Starting;
using Harness.Suites.Wording;

namespace Harness.Cli.Commands;

/// <summary><c>harness init</c>: writes a first suite from what is in a folder.</summary>
internal static class InitCommand
{
    public static Command Create(ITerminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder.", DefaultValueFactory = _ => "." };
        var name = new Option<string?>("--name") { Description = "Name of the suite; default: after the folder.", HelpName = "NAME" };
        var image = new Option<string?>("--image") { Description = "Image of the suite, with its digest; default: a pinned python:3.11.", HelpName = "REF" };
        var force = new Option<bool>("--force") { Description = "Write over files that are there." };
        var schema = new Option<bool>("--schema") { Description = "Print the JSON Schema that describes every key to an editor; write nothing." };
        var command = new Command("init", "Writes a first smoke.yml from requirements.txt, pyproject.toml and a lock file.") { folder, name, image, force, schema };
        command.SetAction(parsed => parsed.GetValue(schema)
            ? PrintSchema(terminal)
            : Write(terminal, parsed.GetValue(folder)!, parsed.GetValue(force), parsed.GetValue(name), parsed.GetValue(image)));
        return command;
    }

    private static int PrintSchema(ITerminal terminal)
    {
        using var schema = new StreamReader(typeof(InitCommand).Assembly.GetManifestResourceStream("smoke.schema.json")!);
        terminal.Result.Write(schema.ReadToEnd());
        return ExitCodes.Passed;
    }

    private static int Write(ITerminal terminal, string shown, bool force, string? name, string? image)
    {
        if (FirstSuite.Problem(name, image) is { } problem)
            return Fail(terminal, "option-invalid", problem);
        var folder = Path.Combine(Directory.GetCurrentDirectory(), shown);
        if (!Directory.Exists(folder))
            return Fail(terminal, "file-missing", $"There is no folder '{shown}'. Create it, or name another.");
        bool needsWriting;
        try
        {
            if (FolderReader.Read(folder) is not { } facts)
                return Fail(terminal, "file-missing", NothingToInstall.In(folder, shown));

            var files = FirstSuite.Write(facts, name, image);
            if (!force && files.FirstOrDefault(file => File.Exists(Path.Combine(folder, file.Name))) is { } existing)
                return Fail(terminal, "suite-invalid", $"{existing.Name} is there already. Give --force to write over it, or check it with: harness lint");
            foreach (var (found, what) in facts.Found)
                terminal.Result.WriteLine(SafeText.Line($"found {found}: {what}", 1_000));
            foreach (var file in files)
            {
                File.WriteAllText(Path.Combine(folder, file.Name), file.Text);
                terminal.Result.WriteLine(SafeText.Line($"wrote {Path.Combine(shown, file.Name)}", 1_000));
            }

            needsWriting = facts.NeedsWriting;
            var command = ShellText.Of(["harness", "init", .. shown == "." ? Array.Empty<string>() : [shown], .. name is null ? Array.Empty<string>() : ["--name", name]]);
            foreach (var note in FirstSuite.Notes(facts, image, command))
                terminal.Result.WriteLine(SafeText.Line($"note: {note}", 1_000));
        }
        catch (TomlException exception)
        {
            return Fail(terminal, "suite-invalid", $"{exception.Message} Correct it, or write a requirements.txt.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, "file-missing", exception.Message);
        }

        return Next(terminal, shown, needsWriting);
    }

    private static int Next(ITerminal terminal, string shown, bool needsWriting)
    {
        var where = shown == "." ? "" : $" {shown}";
        terminal.Result.WriteLine(SafeText.Line($"Next: {(needsWriting ? "what the note on building says, then " : "")}harness lint{where}, then harness run{where}", 1_000));
        return ExitCodes.Passed;
    }

    private static int Fail(ITerminal terminal, string cause, string message)
    {
        terminal.Progress.WriteLine(SafeText.Line($"harness: error {CauseCatalog.Get(cause).Code}: {message}", 2_000));
        return ExitCodes.Invalid;
    }
}
