#if STAND_INS

using System.Xml.Linq;

namespace Harness.Standins.Tests.JunitXmlTestLogger;

public sealed class StandInOnlyTests(DefaultReport run) : IClassFixture<DefaultReport>
{
    [Fact]
    public void Emoji_stay_as_they_are()
    {
        var outputs = run.Report.Descendants("testcase").Elements("system-out").Select(output => output.Value);

        Assert.Contains(outputs, output => output.Contains("😀", StringComparison.Ordinal));
    }

    [Fact]
    public void A_skipped_test_keeps_its_reason()
    {
        var skipped = LoggerRun.TestCase(run.Report, "Is_skipped").Element("skipped")!;

        Assert.Equal("not today", skipped.Attribute("message")!.Value);
    }
}

#endif
