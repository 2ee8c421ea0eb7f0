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
