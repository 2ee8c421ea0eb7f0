using Harness.Suites.Wording;

namespace Harness.Suites.Starting;

/// <summary>Why no first suite can be made of a folder, and what to do.</summary>
public static class NothingToInstall
{
    /// <summary>Fact and remedy of a folder that <see cref="FolderReader.Read"/> finds nothing to install in.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shown">How it is named in the text.</param>
    /// <exception cref="TomlException">Its <c>pyproject.toml</c> is no TOML that can be read.</exception>
    public static string In(string folder, string shown)
    {
        var @lock = FolderReader.Lock(folder);
        if (FolderReader.ProjectFileOf(folder) is { } project && project.Keys(PoetryProject.Table).Count > 0)
        {
            _ = PoetryProject.Dependencies(project, out var unreadable);
            return $"The pyproject.toml of '{shown}' names dependencies for Poetry alone, in [{PoetryProject.Table}], and "
                + (@lock != PoetryProject.Lock ? $"there is no {PoetryProject.Lock} with their versions. Make one (poetry lock)"
                    : unreadable is null ? "only optional ones. Add those that the tests need"
                    : $"{DisplayText.Quote(unreadable)} in a form that {PoetryProject.Lock} alone does not explain. Write requirements (poetry export -o requirements.txt)")
                + ", or move them to [project], and run harness init again.";
        }

        return $"'{shown}' has neither a requirements.txt nor a pyproject.toml with [project] dependencies"
            + (@lock is null ? ". " : $", and {@lock} says which versions there are, but not what is asked for. ")
            + "Write the packages that the tests need into requirements.txt, one a line, and run harness init again.";
    }
}
