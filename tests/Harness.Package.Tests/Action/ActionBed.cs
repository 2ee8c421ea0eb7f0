using System.Formats.Tar;
using System.IO.Compression;
using Harness.Package.Tests.Action.Runner;
using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.Action;

/// <summary>A job with a workspace and suites in it.</summary>
public sealed class ActionBed : IDisposable
{
    public const string Passing = "  - {name: python, run: [python, -c, \"import greeter\"]}\n";
    public const string Failing = "  - {name: broken, run: [python, -c, \"raise SystemExit('no greeting today')\"]}\n";
    public const string Sleeping = "  - {name: sleeper, run: [sleep, \"600\"], timeout: 5m}\n";

    // Not a temporary folder of the system's making: those are private, and suites are read by an unprivileged user.
    private readonly string _root = Path.Combine(Path.GetTempPath(), $"harness-action-{Guid.NewGuid():n}");

    public ActionBed()
    {
        Directory.CreateDirectory(Workspace);
        Directory.CreateDirectory(Temporary);
    }

    public string Workspace => Path.Combine(_root, "workspace");

    public string Temporary => Path.Combine(_root, "temporary");

    /// <summary>Writes a suite that installs nothing and runs once, for what does not hang on either.</summary>
    public ActionBed QuickSuite(string tests = "  - {name: python, run: [python, -V]}\n", string keys = "", string folder = ".", string name = "bed")
    {
        Write(Path.Combine(folder, "smoke.yml"), $"schema: 1\nname: {name}\nimage: {RealEngine.Image}\nruns: 1\n{keys}tests:\n{tests}");
        return this;
    }

    /// <summary>Writes a suite; keys are added as they stand, tests as YAML items.</summary>
    public ActionBed Suite(string tests = Passing, string keys = "", string folder = ".", string name = "bed", string requirements = "greeter==1.0.0\n")
    {
        var wheels = Path.Combine(Workspace, folder, "wheels");
        Directory.CreateDirectory(wheels);
        foreach (var wheel in Directory.EnumerateFiles(RealEngine.Wheels))
            File.Copy(wheel, Path.Combine(wheels, Path.GetFileName(wheel)), overwrite: true);
        Write(Path.Combine(folder, "requirements.txt"), requirements);
        Write(Path.Combine(folder, "smoke.yml"), $$"""
            schema: 1
            name: {{name}}
            image: {{RealEngine.Image}}
            python: {requirements: [requirements.txt], wheelhouse: wheels}
            {{keys}}
            tests:
            {{tests}}
            """);
        return this;
    }

    /// <summary>Adds a package to the wheelhouse that is built where it is installed; the script gives the <c>text</c> of its only module.</summary>
    public ActionBed SourceDistribution(string name, string script)
    {
        var source = Path.Combine(Temporary, $"{name}-1.0.0");
        Directory.CreateDirectory(source);
        File.WriteAllText(Path.Combine(source, "setup.py"), $"""
            import setuptools
            {script}
            open("module.py", "w").write(text)
            setuptools.setup(name="{name}", version="1.0.0", py_modules=["module"])
            """);
        using var file = File.Create(In("wheels", $"{name}-1.0.0.tar.gz"));
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        TarFile.CreateFromDirectory(source, packed, includeBaseDirectory: true);
        return this;
    }

    /// <summary>Writes a file of the workspace.</summary>
    public void Write(string name, string content)
    {
        var path = Path.Combine(Workspace, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>A file of the workspace.</summary>
    public string In(params string[] names) => Path.Combine([Workspace, .. names]);

    public ActionRunner Runner(Func<int, string, Task>? onLine = null) => new(Workspace, Temporary) { OnLine = onLine };

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
