using Harness.Suites.Wording;

namespace Harness.Tests.Suites.Wording;

public class ShellTextTests
{
    [Theory]
    [InlineData("python -m pytest -q tests/a_b.py", "python", "-m", "pytest", "-q", "tests/a_b.py")]
    [InlineData("python -c 'import os\nprint(\"a b\")'", "python", "-c", "import os\nprint(\"a b\")")]
    [InlineData(@"echo 'it'\''s' '' '$HOME'", "echo", "it's", "", "$HOME")]
    public void A_command_can_be_pasted_into_a_shell(string expected, params string[] command) => Assert.Equal(expected, ShellText.Of(command));
}
