using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Diagnosis;
using Harness.Reporting;
using Harness.Running;
using Harness.Suites.Starting;

namespace Harness.Cli.Commands;

/// <summary><c>harness init</c>: writes a first suite from what is in a folder.</summary>
internal static class InitCommand
{
    public static Command Create(ITerminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder; default: this one.", DefaultValueFactory = _ => "." };
        var name = new Option<string?>("--name") { Description = "Name of the suite; default: after the folder.", HelpName = "NAME" };
        var image = new Option<string?>("--image") { Description = "Image of the suite, with its digest; default: a pinned python:3.11.", HelpName = "REF" };
        var force = new Option<bool>("--force") { Description = "Write over files that are there." };
        var command = new Command("init", "Writes a first smoke.yml from requirements.txt, pyproject.toml and a lock file.") { folder, name, image, force };
        command.SetAction(parsed => Write(
            terminal, parsed.GetValue(folder)!, parsed.GetValue(force),
            facts => FirstSuite.Write(facts, parsed.GetValue(name), parsed.GetValue(image))));
        return command;
    }

    private static int Write(ITerminal terminal, string shown, bool force, Func<FolderFacts, IReadOnlyList<StarterFile>> write)
    {
        var folder = Path.Combine(Directory.GetCurrentDirectory(), shown);
        if (!Directory.Exists(folder))
            return Fail(terminal, "file-missing", $"There is no folder '{shown}'. Create it, or name another.");
        try
        {
            if (FolderReader.Read(folder) is not { } facts)
            {
                return Fail(terminal, "file-missing",
                    $"'{shown}' has neither a requirements.txt nor a pyproject.toml that lists dependencies. "
                    + "Write the packages that the tests need into requirements.txt, one a line, and run harness init again.");
            }

            var files = write(facts);
            if (!force && files.FirstOrDefault(file => File.Exists(Path.Combine(folder, file.Name))) is { } existing)
                return Fail(terminal, "suite-invalid", $"{existing.Name} is there already. Give --force to write over it, or check it with: harness lint");
            foreach (var (name, what) in facts.Found)
                terminal.Result.WriteLine(SafeText.Line($"found {name}: {what}", 1_000));
            foreach (var file in files)
            {
                File.WriteAllText(Path.Combine(folder, file.Name), file.Text);
                terminal.Result.WriteLine(SafeText.Line($"wrote {Path.Combine(shown, file.Name)}", 1_000));
            }
        }
        catch (TomlException exception)
        {
            return Fail(terminal, "suite-invalid", $"{exception.Message} Correct it, or write a requirements.txt.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, "file-missing", exception.Message);
        }

        terminal.Result.WriteLine(SafeText.Line($"Next: harness lint {shown}, then harness run {shown}", 1_000));
        return ExitCodes.Passed;
    }

    private static int Fail(ITerminal terminal, string cause, string message)
    {
        terminal.Progress.WriteLine(SafeText.Line($"harness: error {CauseCatalog.Get(cause).Code}: {message}", 2_000));
        return ExitCodes.Invalid;
    }
}
