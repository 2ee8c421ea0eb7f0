using Harness.Doctor.Injecting.Packages;

namespace Harness.Doctor.Injecting;

/// <summary>An install that cannot succeed, or not as the suite wants it.</summary>
public static class InstallInjections
{
    /// <summary>The suite's <c>python</c> key that installs from <see cref="Injection.Packages"/> alone.</summary>
    public const string Wheelhouse = "{requirements: [requirements.txt], wheelhouse: wheels}";

    private const string Foreign = "cp39-cp39-manylinux_2_17_s390x";

    private static readonly WheelFile Greeter = new("greeter", "1.0");
    private static readonly SdistFile Brittle = new("brittle", "1.0");
    private static readonly string OtherHash = new('0', 64);

    /// <summary>Two packages that want different versions of a third.</summary>
    public static Injection DependencyConflict { get; } = new()
    {
        Cause = "dependency-conflict",
        What = "two packages want different versions of a third",
        Step = "install",
        Subject = "third",
        Remedy = "asks for third==1.0",
        Python = Wheelhouse,
        Requirements = "first\nsecond\n",
        Packages =
        [
            new WheelFile("first", "1.0") { Requires = ["third==1.0"] }, new WheelFile("second", "1.0") { Requires = ["third==2.0"] },
            new WheelFile("third", "1.0"), new WheelFile("third", "2.0"),
        ],
    };

    /// <summary>A resolver that tries version after version.</summary>
    public static Injection ResolverBacktracking { get; } = new()
    {
        Cause = "resolver-backtracking",
        What = "the resolver tries more versions than it may",
        Step = "install",
        Subject = "many",
        Remedy = "many==60.0",
        Keys = "runs: 1\nlimits: {resolver: {rounds: 5}}\n",
        Python = Wheelhouse,
        Requirements = "holder\n",
        Packages =
        [
            new WheelFile("pivot", "0.1"), new WheelFile("holder", "1.0") { Requires = ["pivot==0.1", "many"] },
            .. Enumerable.Range(1, 60).Select(number => new WheelFile("many", $"{number}.0") { Requires = [$"pivot=={number}.0"] }),
        ],
    };

    /// <summary>A version that nobody has.</summary>
    public static Injection RequirementNotFound { get; } = new()
    {
        Cause = "requirement-not-found",
        What = "a requirement names a version that does not exist",
        Step = "install",
        Subject = "first",
        Remedy = "1.0, 2.0",
        Python = Wheelhouse,
        Requirements = "first==9.0\n",
        Packages = [new WheelFile("first", "1.0"), new WheelFile("first", "2.0")],
    };

    /// <summary>A package for a Python of the future.</summary>
    public static Injection RequiresPython { get; } = new()
    {
        Cause = "requires-python",
        What = "a package is for a newer Python",
        Step = "install",
        Subject = "modern",
        Remedy = ">=3.99",
        Python = Wheelhouse,
        Requirements = "modern==1.0\n",
        Packages = [new WheelFile("modern", "1.0") { RequiresPython = ">=3.99" }],
    };

    /// <summary>An index at an address where nobody listens.</summary>
    public static Injection IndexUnreachable { get; } = new()
    {
        Cause = "index-unreachable",
        What = "nobody answers at the index's address",
        Step = "install",
        Subject = "127.0.0.1:1",
        Remedy = "127.0.0.1:1",
        Keys = "runs: 1\nenv: {PIP_RETRIES: \"1\"}\n",
        Python = "{requirements: [requirements.txt], index-url: \"http://127.0.0.1:1/simple/\"}",
        Requirements = "greeter\n",
    };

    /// <summary>Another hash than the one that was written down.</summary>
    public static Injection HashMismatch { get; } = new()
    {
        Cause = "hash-mismatch",
        What = "an archive has another hash than its requirement says",
        Step = "install",
        Subject = "greeter",
        Remedy = Greeter.Sha256,
        Python = Wheelhouse,
        Requirements = $"greeter==1.0 --hash=sha256:{OtherHash}\n",
        Packages = [Greeter],
    };

    /// <summary>One requirement with a hash, and one without.</summary>
    public static Injection HashMissing { get; } = new()
    {
        Cause = "hash-missing",
        What = "one requirement has a hash and another has none",
        Step = "install",
        Subject = "wordlist",
        Remedy = "wordlist==1.0 --hash=sha256:",
        Python = Wheelhouse,
        Requirements = $"greeter==1.0 --hash=sha256:{Greeter.Sha256}\nwordlist==1.0\n",
        Packages = [Greeter, new WheelFile("wordlist", "1.0")],
    };

    /// <summary>A build from source that the suite forbids.</summary>
    public static Injection SourceBuild { get; } = Building("source-build", Brittle) with
    {
        What = "a package is built from source although the suite forbids it",
        Keys = "runs: 1\nsource-builds: forbid\n",
    };

    /// <summary>A build from source that fails.</summary>
    public static Injection SourceBuildFailed { get; } = Building("source-build-failed", Brittle with { OnBuild = "raise SystemExit('no luck today')" }) with
    {
        What = "building a package from source fails",
        Remedy = "python.only-binary: [brittle]",
    };

    /// <summary>A build backend that is not there.</summary>
    public static Injection BuildBackendMissing { get; } = Building("build-backend-missing", Brittle with { Backend = "absent_backend" }) with
    {
        What = "a package names a build backend that is not there",
        Remedy = "absent_backend",
    };

    /// <summary>Wheels for other platforms only.</summary>
    public static Injection WheelIncompatible { get; } = new()
    {
        Cause = "wheel-incompatible",
        What = "the wheels of a package are for another platform",
        Step = "install",
        Subject = "foreign",
        Remedy = Foreign,
        Python = Wheelhouse,
        Requirements = "foreign==1.0\n",
        Packages = [new WheelFile("foreign", "1.0") { Tag = Foreign }],
    };

    /// <summary>A wheel that is none.</summary>
    public static Injection ArchiveCorrupt { get; } = new()
    {
        Cause = "archive-corrupt",
        What = "a wheel is no archive",
        Step = "install",
        Subject = "greeter",
        Remedy = Greeter.FileName,
        Python = Wheelhouse,
        Requirements = "greeter==1.0\n",
        Texts = new Dictionary<string, string> { [$"wheels/{Greeter.FileName}"] = "a page that says that the file has moved" },
    };

    /// <summary>The install of one package that is there as source only.</summary>
    /// <param name="cause">What comes of it.</param>
    /// <param name="package">The package, which is named <c>brittle</c>.</param>
    public static Injection Building(string cause, SdistFile package) => new()
    {
        Cause = cause,
        Step = "install",
        Subject = package.Name,
        Remedy = package.Name,
        Python = Wheelhouse,
        Requirements = $"{package.Name}=={package.Version}\n",
        Packages = [package],
    };
}
