namespace Harness.Running;

/// <summary>Where things are inside a sandbox. Everything writable is below <c>/tmp</c>.</summary>
public static class SandboxPaths
{
    /// <summary>The user's workspace.</summary>
    public const string Workspace = "/workspace";

    /// <summary>The wheelhouse.</summary>
    public const string Wheelhouse = "/wheels";

    /// <summary>Folders of requirements and constraints files that are not in the workspace.</summary>
    public const string Inputs = "/inputs";

    /// <summary>The virtual environment.</summary>
    public const string Venv = "/tmp/venv";

    /// <summary>Python of the virtual environment.</summary>
    public const string VenvPython = Venv + "/bin/python";

    /// <summary>The user's home.</summary>
    public const string Home = "/tmp/home";

    /// <summary>Harness's own files.</summary>
    public const string Own = "/tmp/.harness";

    /// <summary>pip's own log, which knows more than its console.</summary>
    public const string PipLog = Own + "/pip.log";

    /// <summary>pip's installation report.</summary>
    public const string PipReport = Own + "/install-report.json";
}
