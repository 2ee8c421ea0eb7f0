using Harness.Diagnosis;
using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Tests.Diagnosis;

/// <summary>Words of programs that the laboratory's image does not have: pytest 7.2, newer Pythons, NumPy, other loaders and shells.</summary>
public sealed class KnownFailureTests : IDisposable
{
    private readonly Suites.SuiteFolder suites = new();

    public void Dispose() => suites.Dispose();

    [Theory]
    [InlineData(5, "collected 0 items\n\n==== no tests ran in 0.01s ====\n", "", ": pytest found no tests.", "named test_*.py")]
    [InlineData(5, "", "Ran 0 tests in 0.000s\n\nNO TESTS RAN\n", ": unittest found no tests.", "named test*.py")]
    [InlineData(4, "", "ERROR: usage: pytest [options]\npytest: error: unrecognized arguments: --cov=foo -n\n  rootdir: /workspace\n", "--cov=foo -n (without pytest-cov and pytest-xdist).", "Add pytest-cov and pytest-xdist to")]
    [InlineData(4, "", "pytest: error: unrecognized arguments: -nauto --cov-report=xml\n", "(without pytest-xdist and pytest-cov).", "Add pytest-xdist and pytest-cov to")]
    [InlineData(4, "", "pytest: error: unrecognized arguments: --ours\n", ": pytest does not know --ours.", "(addopts)")]
    [InlineData(4, "", "ERROR: file or directory not found: test\n", ": pytest finds no 'test'.", "Correct the path 'test'")]
    [InlineData(4, "", "ERROR: Missing required plugins: pytest-cov\n", "(without pytest-cov).", "Add pytest-cov to")]
    [InlineData(1, "E       fixture 'mocker' not found\n>       available fixtures: cache\n1 error\n", "", "'mocker' (without pytest-mock).", "Add pytest-mock to")]
    [InlineData(1, "E       fixture 'ours' not found\n1 error\n", "", ": no fixture is named 'ours'.", "conftest.py")]
    [InlineData(1, "async def functions are not natively supported.\n1 failed\n", "", "(without pytest-asyncio).", "Add pytest-asyncio to")]
    [InlineData(1, "worker 'gw0' crashed while running 'test_a.py::test_a'\n1 failed\n", "", ": the process that ran test_a.py::test_a died.", "without -n")]
    [InlineData(1, "E   ImportError: libGL.so.1: cannot open shared object file: No such file or directory\n1\n2\n3\n", "", "lacks the library libGL.so.1.", "opencv-python-headless")]
    [InlineData(1, "", "ImportError: libcudart.so.12: cannot open shared object file: No such file or directory\n", "lacks the library libcudart.so.12.", "a build of the package for CPUs")]
    [InlineData(1, "", "ImportError: Error loading shared library libpq.so.5: No such file or directory (needed by /x/_psycopg.so)\n", "lacks the library libpq.so.5.", "libpq5")]
    [InlineData(1, "", "ImportError: /lib/libc.so.6: version `GLIBC_2.38' not found (required by /x/ext.so)\n", ": ext.so needs GLIBC_2.38, which the image is too old for.", "which has GLIBC_2.38")]
    [InlineData(1, "", "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject\n", "another version of numpy than the one", "numpy<2")]
    [InlineData(1, "", "ImportError: cannot import name 'url_quote' from 'werkzeug.urls' (/tmp/venv/lib/python3.11/site-packages/werkzeug/urls.py)\n", ": 'werkzeug.urls' has no 'url_quote' in the version that is installed.", "to a version with 'url_quote'")]
    [InlineData(1, "", "ImportError: cannot import name 'a' from 'redis' (/workspace/redis.py)\n", ": 'redis' has no 'a'.", "rename /workspace/redis.py")]
    [InlineData(1, "", "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 3: ordinal not in range(128)\n", "has ASCII only.", "PYTHONUTF8")]
    [InlineData(126, "", "bash: line 1: ./prog: cannot execute binary file: Exec format error\n", ": './prog' is no program for this platform", "built for this platform")]
    [InlineData(1, "", "OSError: [Errno 8] Exec format error: './prog'\n", ": './prog' is no program for this platform", "built for this platform")]
    [InlineData(127, "", "bash: ./run.sh: /bin/sh^M: bad interpreter: No such file or directory\n", ": './run.sh' has the line ends of Windows", "eol=lf")]
    [InlineData(127, "", "run.sh: line 2: $'\\r': command not found\n", " has the line ends of Windows", "eol=lf")]
    [InlineData(127, "", "bash: line 1: ./run.sh: cannot execute: required file not found\n", ": there is no './run.sh', or not the interpreter", "CR LF")]
    public void A_failure_that_leaves_no_doubt_is_named(int code, string stdout, string stderr, string fact, string remedy)
    {
        var cause = Explain(code, stdout, stderr);

        Assert.Equal("test-failed", cause.Name);
        Assert.Contains(fact, cause.Summary, StringComparison.Ordinal);
        Assert.Contains(remedy, cause.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "somebody's own code\n", "")]
    [InlineData(1, "", "FileNotFoundError: [Errno 2] No such file or directory: 'data.csv'\n")]
    [InlineData(1, "", "ImportError: cannot import name 'a' from partially initialized module 'b' (most likely due to a circular import) (/workspace/b.py)\n")]
    [InlineData(1, "1 passed, and libGL.so.1 is spoken of\n", "")]
    public void What_may_mean_something_else_is_not_named(int code, string stdout, string stderr) =>
        Assert.EndsWith($"exit code {code}, expected 0.", Explain(code, stdout, stderr).Summary, StringComparison.Ordinal);

    private Cause Explain(int code, string stdout, string stderr)
    {
        var about = SuiteEvidence.Of(suites.ReadGood(Suites.SuiteFolder.Good), Redactor.None);
        StepResult result = new() { Name = "test:imports", Outcome = Outcome.Failed, ExitCode = code, Termination = new(TerminationReason.Exited, code) };
        return Assert.Single(Diagnoser.Explain(new() { About = about, Steps = [new() { Result = result, StdoutTail = stdout, StderrTail = stderr }] }));
    }
}
