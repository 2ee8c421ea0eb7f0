namespace Microsoft.VisualStudio.TestPlatform.Extension.Junit.Xml.TestLogger;

/// <summary>The logger's parameters, understood. Keys are case-sensitive, values are not.</summary>
internal sealed record LoggerOptions
{
    public const string TestRunDirectory = nameof(TestRunDirectory);

    private readonly string _path;
    private readonly string _framework;

    private LoggerOptions(string path, string framework)
    {
        _path = path;
        _framework = framework.Replace(",Version=v", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
    }

    public MethodFormat MethodFormat { get; private init; }

    public bool VerboseFailures { get; private init; }

    /// <summary>Whether messages of the test framework go to the suite.</summary>
    public bool SuiteOutput { get; private init; }

    /// <summary>Whether what a test printed goes to its test case.</summary>
    public bool TestCaseOutput { get; private init; }

    public bool RelativeAttachments { get; private init; }

    public static LoggerOptions Parse(IReadOnlyDictionary<string, string?> parameters, Action<string> warn)
    {
        var output = Choose("StoreConsoleOutput", "Store Console Output", "true", "false", "testsuite", "testcase");
        return new LoggerOptions(PathOf(parameters), parameters.GetValueOrDefault("TargetFramework") ?? "")
        {
            MethodFormat = Enum.Parse<MethodFormat>(Choose("MethodFormat", "Method Format", "Default", "Class", "Full")),
            VerboseFailures = Choose("FailureBodyFormat", "Failure Body Format", "Default", "Verbose") == "Verbose",
            RelativeAttachments = Choose("UseRelativeAttachmentPath", "Use Relative Attachment Path", "false", "true") == "true",
            SuiteOutput = output is "true" or "testsuite",
            TestCaseOutput = output is "true" or "testcase",
        };

        // The first choice is the default.
        string Choose(string key, string title, params string[] choices)
        {
            if (!parameters.TryGetValue(key, out var given) || given is null)
                return choices[0];

            var choice = choices.FirstOrDefault(known => known.Equals(given.Trim(), StringComparison.OrdinalIgnoreCase));
            if (choice is null)
                warn($"JunitXML Logger: The provided {title} '{given}' is not a recognized option. Using default");

            return choice ?? choices[0];
        }
    }

    /// <summary>The full path of the report; "{assembly}" and "{framework}" stand for those of the tests that ran.</summary>
    public string ReportPath(string? source) => _path
        .Replace("{assembly}", Path.GetFileNameWithoutExtension(source), StringComparison.Ordinal)
        .Replace("{framework}", _framework, StringComparison.Ordinal);

    private static string PathOf(IReadOnlyDictionary<string, string?> parameters)
    {
        if (parameters.GetValueOrDefault("LogFilePath") is { Length: > 0 } path)
            return Path.GetFullPath(path);

        var name = parameters.GetValueOrDefault("LogFileName") is { Length: > 0 } given ? given : "TestResults.xml";
        return parameters.GetValueOrDefault(TestRunDirectory) is { Length: > 0 } directory
            ? Path.GetFullPath(Path.Combine(directory, name))
            : throw new ArgumentException("The logger needs LogFilePath, or a results directory.", nameof(parameters));
    }
}
