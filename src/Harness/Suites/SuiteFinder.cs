using Harness.Suites.Finding;

namespace Harness.Suites;

/// <summary>Finds the suite files that arguments name.</summary>
public static class SuiteFinder
{
    /// <summary>The name of a suite file that need not be named.</summary>
    public const string DefaultName = "smoke.yml";

    /// <summary>
    /// Finds suite files. An argument is a file; a folder, which stands for every <c>smoke.yml</c> in it and below; or a pattern with
    /// <c>*</c>, <c>?</c> and <c>**</c>, which matches files. No argument stands for the working directory. Folders and patterns pass
    /// over <c>node_modules</c>, <c>venv</c>, <c>bin</c>, <c>obj</c>, <c>artifacts</c> and folders that begin with a dot, unless the
    /// argument names them, and follow no links to folders.
    /// </summary>
    /// <param name="arguments">As the user gave them.</param>
    /// <param name="workingDirectory">Absolute path.</param>
    public static SuiteFindResult Find(IReadOnlyList<string> arguments, string workingDirectory)
    {
        var search = new SuiteSearch(workingDirectory);
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var argument in arguments.Count == 0 ? ["."] : arguments)
            files.UnionWith(search.Find(argument));
        return new([.. files], search.Diagnostics);
    }
}
