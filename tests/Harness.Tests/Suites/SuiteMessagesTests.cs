namespace Harness.Tests.Suites;

/// <summary>The messages, as a user reads them. Each case is added as line 4 to a suite that is otherwise good.</summary>
public sealed class SuiteMessagesTests : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("limits: {memry: 1g}", 10, "Unknown key 'memry' in 'limits'; the nearest known key is 'memory'.", "Rename it to memory, or remove it.")]
    [InlineData("memory: 1g", 1, "Unknown key 'memory' at the top level; 'memory' belongs in 'limits'.", "Move it there, or remove it.")]
    [InlineData("build_constraints: [x]", 1, "Unknown key 'build_constraints' at the top level; 'build-constraints' belongs in 'python'.", "Move it there, or remove it.")]
    [InlineData("timeout: 5s", 1, "Unknown key 'timeout' at the top level; the nearest known key is 'timeouts'.", "Rename it to timeouts, or remove it.")]
    [InlineData("limits: {gpus: 1}", 10, "Unknown key 'gpus' in 'limits'; the nearest known key is 'cpus'.", "Rename it to cpus, or remove it.")]
    [InlineData("network: {dns: 1}", 11, "Unknown key 'dns' in 'network'.", "Remove it. Known in 'network': install and test.")]
    [InlineData("\"x\\u001b[31m\": 1", 1, "Unknown key 'x\\u001b[31m' at the top level.", "Remove it. Known at the top level: schema, name, image, platform, python, env, workspace, limits, timeouts, network, user, runs, vary, retries, source-builds and tests.")]
    [InlineData("runs: 0", 7, "'runs' must be a whole number from 1 to 100, but is 0.", "Write a whole number from 1 to 100.")]
    [InlineData("runs: two", 7, "'runs' must be a whole number from 1 to 100, but is 'two'.", "Write a whole number from 1 to 100.")]
    [InlineData("runs: '2'", 7, "'runs' must be a whole number from 1 to 100, but is the text '2'.", "Remove the quotes.")]
    [InlineData("runs: [2]", 7, "'runs' must be a whole number from 1 to 100, but is a list.", "Write a whole number from 1 to 100.")]
    [InlineData("runs:", 1, "'runs' must be a whole number from 1 to 100, but is empty.", "Write a whole number from 1 to 100.")]
    [InlineData("runs: 99999999999", 7, "'runs' must be a whole number from 1 to 100, but is 99999999999.", "Write a whole number from 1 to 100.")]
    [InlineData("limits: {cpus: .nan}", 16, "'limits.cpus' must be a number from 0.01 to 1024, but is .nan.", "Write a number from 0.01 to 1024.")]
    [InlineData("limits: {memory: lots}", 18, "'limits.memory' must be a size, but is 'lots'.", "Write a number and a unit, such as 512MiB (powers of 1024) or 500MB (powers of 1000).")]
    [InlineData("limits: {memory: -5}", 18, "'limits.memory' must be a size, but is -5.", "Write a number and a unit, such as 512MiB (powers of 1024) or 500MB (powers of 1000).")]
    [InlineData("limits: {memory: 1KiB}", 18, "'limits.memory' must be a size of at least 6MiB, but is '1KiB'.", "Write a number and a unit, such as 512MiB (powers of 1024) or 500MB (powers of 1000).")]
    [InlineData("timeouts: {test: 60}", 18, "'timeouts.test' must be a duration, but is 60.", "Name the unit: 60s or 60m.")]
    [InlineData("timeouts: {test: soon}", 18, "'timeouts.test' must be a duration, but is 'soon'.", "Write numbers with units, such as 90s, 10m or 1h30m.")]
    [InlineData("timeouts: {test: 0s}", 18, "'timeouts.test' must be a duration from 1ms to 7d, but is '0s'.", "Write numbers with units, such as 90s, 10m or 1h30m.")]
    [InlineData("network: {test: yes}", 17, "'network.test' must be true or false, but is 'yes'.", "Write test: true or test: false, without quotes.")]
    [InlineData("python: {binary: prefr}", 18, "'python.binary' must be prefer, only or any, but is 'prefr'; the nearest is 'prefer'.", "Write prefer.")]
    [InlineData("python: {binary: none}", 18, "'python.binary' must be prefer, only or any, but is 'none'.", "Write prefer, only or any.")]
    [InlineData("python: {requirements: reqs.txt}", 24, "'python.requirements' must be a list, but is 'reqs.txt'.", "Write [reqs.txt].")]
    [InlineData("python: {requirements: [5]}", 25, "'python.requirements[0]' must be text, but is 5.", "Put it in quotes: \"5\".")]
    [InlineData("python: {requirements: ['']}", 25, "'python.requirements[0]' must be text, but is empty.", "Write a text, or remove the item.")]
    [InlineData("python: {constraints: }", 10, "'python.constraints' must be a list, but is empty.", "Write constraints: [] for none, or remove the key.")]
    [InlineData("python: {toolchain: {pip: '>=24'}}", 27, "'python.toolchain.pip' must be an exact version, but is '>=24'.", "Write one version without operators, in quotes, such as \"24.0\".")]
    [InlineData("python: {only-binary: ['numpy==1']}", 24, "'python.only-binary[0]' must be the name of a package, but is 'numpy==1'.", "Write a name without version, such as numpy; 'binary: only' stands for all packages.")]
    [InlineData("python: {index-url: 'https://me:hunter2@h/a b'}", 21, "'python.index-url' must be an absolute http, https or file address, but is 'https://***@h/a b'.", "Write the whole address, such as https://host/simple.")]
    [InlineData("python: {index-url: pypi}", 21, "'python.index-url' must be an absolute http, https or file address, but is 'pypi'.", "Write the whole address, such as https://host/simple.")]
    [InlineData("python: {wheelhouse: ., extra-index-urls: [https://h]}", 43, "'python.extra-index-urls' has no effect: a wheelhouse without 'python.index-url' keeps pip from every index.", "Name the index-url too, or remove the extra ones.")]
    [InlineData("python: [x]", 9, "'python' must be a mapping, but is a list.", "Write KEY: VALUE, one to a line.")]
    [InlineData("limits:", 1, "'limits' must be a mapping, but is empty.", "Give it keys, or remove it.")]
    [InlineData("schema: 2", 9, "'schema' must be 1, the only schema this version reads, but is 2.", "Write schema: 1, or use a newer version of Harness.")]
    [InlineData("platform: x86_64", 11, "'platform' must be a platform, os/arch or os/arch/variant, but is 'x86_64'.", "Write one such as linux/amd64, linux/arm64 or linux/arm/v7.")]
    [InlineData("user: bob", 7, "'user' must be uid, uid:gid or root, but is 'bob'.", "Write numbers, such as \"1000:1000\": what a name stands for differs from image to image.")]
    [InlineData("env: {A: }", 7, "'env.A' must be a single value, but is empty.", "Write \"\" for empty text, or ${A} for the caller's value.")]
    [InlineData("env: {A: \"x\\0y\"}", 10, "'env.A' contains the character U+0000, which no program or file can be given.", "Remove the \\0 escape.")]
    [InlineData("env: {1A: x}", 7, "'1A' cannot name an environment variable.", "Write letters, digits and underscores, not beginning with a digit.")]
    [InlineData("vary: [timezone]", 8, "'vary[0]' must be time-zone, locale, hash-seed, umask, cpus, hostname, user or working-directory, but is 'timezone'; the nearest is 'time-zone'.", "Write time-zone.")]
    [InlineData("retries: {backoff: linear}", 20, "'retries.backoff' must be exponential or fixed, but is 'linear'.", "Write exponential or fixed.")]
    [InlineData("name: other", 1, "The key 'name' is there twice; the first is in line 1.", "Remove one of the two.")]
    public void A_wrong_value_is_named_with_what_it_must_be_and_what_to_do(string line, int column, string message, string remedy)
    {
        var result = _folder.Read(SuiteFolder.Good + line);

        Assert.Null(result.Suite);
        Assert.Equal($"smoke.yml(4,{column}): error HARN1001: {message}\n  {remedy}", SuiteFolder.Show(result.Diagnostics));
    }

    [Theory]
    [InlineData("{name: a b, run: x}", 10, "'tests[0].name' must be 1 to 100 letters, digits, dots, hyphens and underscores, beginning with a letter or digit, but is 'a b'.", "Write a name such as imports or unit-tests.")]
    [InlineData("{name: a, run: python -c 'print(max(0, 1))'}", 42, "Unknown key '1))'' in a test; inside { } a comma ends the value before it.", "Quote a value that contains a comma, or write the keys without { }, one to a line.")]
    [InlineData("{name: a}", 3, "'tests[0]' has no 'run'.", "Add run: COMMAND.")]
    [InlineData("{run: x}", 3, "'tests[0]' has no 'name'.", "Add name: NAME, unique in the suite.")]
    [InlineData("python -V", 3, "'tests[0]' must be a test with a name and a command, but is 'python -V'.", "Write - {name: NAME, run: COMMAND}.")]
    [InlineData("{name: a, run: }", 13, "'tests[0].run' must be a command, but is empty.", "Write a text, which the shell runs, or a list, [PROGRAM, ARGUMENT], which runs as it is.")]
    [InlineData("{name: a, run: ''}", 18, "'tests[0].run' must be a command, but is empty.", "Write a text, which the shell runs, or a list, [PROGRAM, ARGUMENT], which runs as it is.")]
    [InlineData("{name: '', run: x}", 10, "'tests[0].name' must be text, but is empty.", "Write name: TEXT.")]
    [InlineData("{name: a, run: []}", 18, "'tests[0].run' must be a command, but is an empty list.", "Write a text, which the shell runs, or a list, [PROGRAM, ARGUMENT], which runs as it is.")]
    [InlineData("{name: a, run: ' '}", 18, "'tests[0].run' is a command of nothing but spaces.", "Write the command.")]
    [InlineData("{name: a, run: ['']}", 18, "'tests[0].run' begins with an empty text where a program is expected.", "Write the program first.")]
    [InlineData("{name: a, run: x, timeout: 5}", 30, "'tests[0].timeout' must be a duration, but is 5.", "Name the unit: 5s or 5m.")]
    [InlineData("{name: a, run: x, timeouts: 5s}", 21, "Unknown key 'timeouts' in a test; the nearest known key is 'timeout'.", "Rename it to timeout, or remove it.")]
    [InlineData("{name: a, run: x, expect: {exit-code: 256}}", 41, "'tests[0].expect.exit-code' must be a whole number from 0 to 255, but is 256.", "Write a whole number from 0 to 255.")]
    [InlineData("{name: a, run: x, expect: {stdout-matches: '('}}", 46, "'tests[0].expect.stdout-matches' is no regular expression: '(' goes wrong at character 1: '(' without ')'.", "Correct it; put a backslash before ( ) [ ] { } . * + ? ^ $ | that stand for themselves.")]
    [InlineData("{name: a, run: x, expect: {stdout-matches: '(?<n'}}", 46, "'tests[0].expect.stdout-matches' is no regular expression: '(?<n' goes wrong at character 4: invalid grouping construct.", "Correct it; put a backslash before ( ) [ ] { } . * + ? ^ $ | that stand for themselves.")]
    [InlineData("{name: a, run: x, expect: {stdout-matches: '(?=x)'}}", 46, "'tests[0].expect.stdout-matches' cannot be matched in linear time: '(?=x)' uses look-around, backreferences or the like, or repeats too much.", "Write it without; stdout-excludes and stderr-excludes say what must not match.")]
    public void A_wrong_test_is_named_with_what_it_must_be_and_what_to_do(string test, int column, string message, string remedy)
    {
        var result = _folder.Read($"name: api\nimage: python@{SuiteFolder.Digest}\ntests:\n- {test}\n");

        Assert.Null(result.Suite);
        Assert.Equal($"smoke.yml(4,{column}): error HARN1001: {message}\n  {remedy}", SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void An_endless_pattern_is_refused()
    {
        var result = _folder.Read($"name: api\nimage: python@{SuiteFolder.Digest}\ntests:\n- {{name: a, run: x, expect: {{stdout-matches: {new string('x', 1001)}}}}}\n");

        Assert.Equal(
            "smoke.yml(4,46): error HARN1001: 'tests[0].expect.stdout-matches' is a pattern of 1001 characters; at most 1000 are accepted.\n"
            + "  Match a shorter part of the output.",
            SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void Two_tests_of_one_name_are_refused()
    {
        var result = _folder.Read($"name: api\nimage: python@{SuiteFolder.Digest}\ntests:\n- {{name: a, run: x}}\n- {{name: a, run: y}}\n");

        Assert.Equal(
            "smoke.yml(5,10): error HARN1001: Two tests are named 'a'; the other begins in line 4.\n  Give each test a name of its own.",
            SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void Everything_wrong_is_named_at_once_in_the_order_of_the_file()
    {
        var result = _folder.Read("name: API\nimage: python:3.11-slim\nruns: 0\ntests: []\nfoo: bar\n");

        Assert.Equal(
            """
            smoke.yml(1,7): error HARN1001: 'name' must be 1 to 100 small letters, digits, dots, hyphens and underscores, beginning with a letter or digit, but is 'API'.
              Write a name such as api or api-3.11.
            smoke.yml(2,8): error HARN1002: 'image' is 'python:3.11-slim', which has no digest: the next run may use another image.
              Write python:3.11-slim@sha256:DIGEST; 'harness run --allow-unpinned' (or HARNESS_ALLOW_UNPINNED=1) goes on without and names the digest; 'harness pin' then writes it.
            smoke.yml(3,7): error HARN1001: 'runs' must be a whole number from 1 to 100, but is 0.
              Write a whole number from 1 to 100.
            smoke.yml(4,8): error HARN1001: 'tests' is empty, and a suite without tests proves nothing.
              Add a test: - {name: imports, run: python -c "import PACKAGE"}.
            smoke.yml(5,1): error HARN1001: Unknown key 'foo' at the top level.
              Remove it. Known at the top level: schema, name, image, platform, python, env, workspace, limits, timeouts, network, user, runs, vary, retries, source-builds and tests.
            """,
            SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void What_is_missing_is_named_with_what_to_add()
    {
        var result = _folder.Read("\nruns: 2\n");

        Assert.Equal(
            """
            smoke.yml(2,1): error HARN1001: The suite has no 'name'.
              Add name: NAME, such as api; reports and the artifacts folder use it.
            smoke.yml(2,1): error HARN1001: The suite has no 'image'.
              Add image: NAME:TAG@sha256:DIGEST, such as python:3.11-slim@sha256:….
            smoke.yml(2,1): error HARN1001: The suite has no 'tests'.
              Add tests: with at least one {name: NAME, run: COMMAND}.
            """,
            SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void What_is_missing_since_its_key_is_misspelt_is_named_once()
    {
        var result = _folder.Read($"name: api\nimage: python@{SuiteFolder.Digest}\ntest:\n- {{name: a, run: x}}\n");

        Assert.Equal(
            "smoke.yml(3,1): error HARN1001: Unknown key 'test' at the top level; the nearest known key is 'tests'.\n  Rename it to tests, or remove it.",
            SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void What_broken_yaml_hides_is_not_called_missing()
    {
        var result = _folder.Read("name: *x\nruns: 0\n");

        Assert.Equal(["HARN1001", "HARN1001"], result.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal([1, 2], result.Diagnostics.Select(diagnostic => diagnostic.Position.Line!.Value));
    }

    [Theory]
    [InlineData("junit.xml")]
    [InlineData("index.json")]
    public void A_suite_cannot_be_named_like_a_file_of_the_artifacts(string name)
    {
        var result = _folder.Read($"name: {name}\nimage: python@{SuiteFolder.Digest}\ntests: [{{name: a, run: b}}]\n");

        Assert.Equal(
            $"smoke.yml(1,7): error HARN1001: The suite cannot be named '{name}': the artifacts folder holds a file of that name.\n  Choose another name.",
            SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void A_value_wrong_behind_an_alias_is_named_where_it_is_written()
    {
        var result = _folder.Read(
            $"name: api\nimage: python@{SuiteFolder.Digest}\ntests:\n- {{name: a, run: x, timeout: &t 5}}\n- {{name: b, run: y, timeout: *t}}\n");

        Assert.All(result.Diagnostics, diagnostic => Assert.Equal((4, 30), (diagnostic.Position.Line, diagnostic.Position.Column)));
        Assert.Equal(
            ["'tests[0].timeout' must be a duration, but is 5.", "'tests[1].timeout' must be a duration, but is 5."],
            result.Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    public void A_file_that_is_wrong_throughout_does_not_fill_screens()
    {
        var result = _folder.Read(string.Concat(Enumerable.Range(0, 200).Select(i => $"zzz{i}: 1\n")));

        Assert.Equal(51, result.Diagnostics.Count);
        Assert.Equal("There is more: 153 further problems are not listed.", result.Diagnostics[^1].Message);
    }
}
