using Harness.Diagnosis;

namespace Harness.Tests.Diagnosis;

public sealed class TextWitnessTests
{
    private const string Unittest =
        "F.F\n======================================================================\nFAIL: test_a (ut.T.test_a)\n"
        + "----------------------------------------------------------------------\nTraceback (most recent call last):\n  File \"/workspace/ut.py\", line 4, in test_a\n"
        + "    self.assertEqual(1, 2)\nAssertionError: 1 != 2\n\n----------------------------------------------------------------------\nRan 3 tests in 0.003s\n\nFAILED (failures=1)\n";

    [Fact]
    public void What_unittest_found_comes_before_its_total() =>
        Assert.Equal(["FAIL: test_a (ut.T.test_a)", "AssertionError: 1 != 2", "FAILED (failures=1)"], TextWitness.Telling(Unittest, 3));

    /// <summary>What pytest prints of one failure, at its default and with <c>-q</c>.</summary>
    [Theory]
    [InlineData("1 failed in 0.02s")]
    [InlineData("============================== 1 failed in 0.02s ===============================")]
    public void Of_pytest_place_test_and_total_are_told_without_headings(string total) =>
        Assert.Equal(
            ["tests/test_x.py:6: AssertionError", "FAILED tests/test_x.py::test_total - assert 6 == 7", total],
            TextWitness.Telling(
                "=================================== FAILURES ===================================\n__________________________________ test_total __________________________________\n\n"
                + "    def test_total():\n>       assert total() == 7\nE       assert 6 == 7\n\ntests/test_x.py:6: AssertionError\n----------------------------- Captured stdout call -----------------------------\n"
                + "=========================== short test summary info ============================\nFAILED tests/test_x.py::test_total - assert 6 == 7\n" + total + "\n",
                3));

    [Fact]
    public void A_traceback_ends_in_what_it_says() =>
        Assert.Equal(
            ["  File \"x.py\", line 1, in <module>", "    boom()", "ValueError: no"],
            TextWitness.Telling("Traceback (most recent call last):\n  File \"x.py\", line 1, in <module>\n    boom()\nValueError: no\n", 3));

    [Fact]
    public void The_last_lines_tell_where_nothing_is_known_of_them() =>
        Assert.Equal(["two", "three", "four"], TextWitness.Telling("one\ntwo\nthree\n------\nfour\n", 3));

    [Fact]
    public void Nothing_tells_nothing() => Assert.Empty(TextWitness.Telling("\n---\n", 3));
}
