using Harness.Suites.Wording;

namespace Harness.Suites.Reading;

/// <summary>Reads <c>python</c>.</summary>
internal static class PythonSection
{
    public static PythonOptions Read(MapReader map)
    {
        var index = map.Find("index-url");
        var extra = map.Find("extra-index-urls");
        var wheelhouse = map.Find("wheelhouse");
        var options = new PythonOptions
        {
            Executable = map.Find("executable")?.Text(),
            Requirements = map.Find("requirements").Items(FieldPaths.ExistingFile),
            Constraints = map.Find("constraints").Items(FieldPaths.ExistingFile),
            BuildConstraints = map.Find("build-constraints").Items(FieldPaths.ExistingFile),
            Binary = map.Find("binary")?.Word(SuiteWords.Binary) ?? BinaryPolicy.Prefer,
            OnlyBinary = map.Find("only-binary").Items(Package),
            IndexUrl = index is null ? null : Url(index),
            ExtraIndexUrls = extra.Items(Url),
            Wheelhouse = wheelhouse?.ExistingFolder(ExpandedPath(wheelhouse)),
            Toolchain = Toolchain(map.Section("toolchain", SuiteKeys.Toolchain)),
            Environment = map.Find("environment")?.Word(SuiteWords.Environment) ?? PythonEnvironment.Venv,
        };

        if (extra is not null && options is { ExtraIndexUrls.Count: > 0, Wheelhouse: not null } && index is null)
        {
            extra.Invalid(
                "'python.extra-index-urls' has no effect: a wheelhouse without 'python.index-url' keeps pip from every index.",
                "Name the index-url too, or remove the extra ones.");
        }

        return options;
    }

    private static string? Package(Field field)
    {
        if (field.Text() is not { } name)
            return null;
        if (Names.IsPackage(name))
            return name;

        field.MustBe("the name of a package", "Write a name without version, such as numpy; 'binary: only' stands for all packages.");
        return null;
    }

    private static string? Url(Field field)
    {
        if (field.Text() is not { } written || field.Expand(written) is not { } url)
            return null;

        field.Context.Secrets.AddCredentials(url);
        if (Uri.TryCreate(url, UriKind.Absolute, out var parsed)
            && parsed.Scheme is "http" or "https" or "file"
            && !url.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
            return url;

        if (url.Length == 0)
            EmptyOnceExpanded(field, written, "an index's address");
        else
            field.MustBe("an absolute http, https or file address", "Write the whole address, such as https://host/simple.");
        return null;
    }

    private static string? ExpandedPath(Field field)
    {
        if (field.Text() is not { } written || field.Expand(written) is not { } path)
            return null;
        if (path.Length > 0 && !path.Contains('\0'))
            return path;

        EmptyOnceExpanded(field, written, "a folder");
        return null;
    }

    private static void EmptyOnceExpanded(Field field, string written, string expected) => field.Invalid(
        $"{field.Name} is empty once {DisplayText.Quote(written)} is replaced.",
        $"Set the variable to {expected}.");

    private static Dictionary<string, string> Toolchain(MapReader map)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tool in SuiteKeys.Toolchain.Keys)
        {
            if (map.Find(tool) is not { } field || field.Written() is not { } version)
                continue;
            if (ExactVersion.IsOne(version))
                versions[tool] = version;
            else
                field.MustBe("an exact version", "Write one version without operators, in quotes, such as \"24.0\".");
        }

        return versions;
    }
}
