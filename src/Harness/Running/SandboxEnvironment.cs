using Harness.Suites;

namespace Harness.Running;

/// <summary>The environment of every process in a sandbox: conservative, and the same each time.</summary>
public static class SandboxEnvironment
{
    /// <summary>1 January 1980, the first moment that a zip archive can express.</summary>
    private const string SourceDateEpoch = "315532800";

    /// <summary>Harness's own set, and the suite's on top.</summary>
    public static IReadOnlyDictionary<string, string> For(Suite suite)
    {
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = SandboxPaths.Home,
            ["LANG"] = "C.UTF-8",
            ["LC_ALL"] = "C.UTF-8",
            ["PIP_DISABLE_PIP_VERSION_CHECK"] = "1",
            ["PIP_NO_CACHE_DIR"] = "1",
            ["PIP_NO_COLOR"] = "1",
            ["PIP_NO_INPUT"] = "1",
            ["PIP_PROGRESS_BAR"] = "off",
            ["PIP_ROOT_USER_ACTION"] = "ignore",
            ["PYTHONFAULTHANDLER"] = "1",
            ["PYTHONHASHSEED"] = "0",
            ["PYTHONUNBUFFERED"] = "1",
            ["SOURCE_DATE_EPOCH"] = SourceDateEpoch, // also makes pip compile byte-code without times (py_compile, PEP 552)
            ["TMPDIR"] = "/tmp",
            ["TZ"] = "UTC",
        };
        foreach (var (name, value) in suite.Environment)
            environment[name] = value;
        return environment;
    }

    /// <summary>What pip gets besides; not on its command line, because addresses may hold credentials.</summary>
    public static IReadOnlyDictionary<string, string> ForPip(PythonOptions python)
    {
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (python.IndexUrl is not null)
            environment["PIP_INDEX_URL"] = python.IndexUrl;
        if (python.ExtraIndexUrls.Count > 0)
            environment["PIP_EXTRA_INDEX_URL"] = string.Join(' ', python.ExtraIndexUrls);
        return environment;
    }

    /// <summary>What a test gets besides: the virtual environment first on the path.</summary>
    public static IReadOnlyDictionary<string, string> ForTest(PythonOptions python, string imagePath)
    {
        if (python.Environment == PythonEnvironment.System)
            return new Dictionary<string, string>();
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{SandboxPaths.Venv}/bin:{imagePath}",
            ["VIRTUAL_ENV"] = SandboxPaths.Venv,
        };
    }
}
