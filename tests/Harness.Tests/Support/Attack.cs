namespace Harness.Tests.Support;

/// <summary>Texts that a tested program may print to fool terminals, build logs, runners and parsers.</summary>
public static class Attack
{
    private static readonly Dictionary<string, string> All = new()
    {
        ["terminal sequences"] = "\x1b[31mred\x1b[0m and \x1b]0;title\a and \x1b]8;;http://evil\x1b\\link",
        ["ends of XML"] = "]]> and </testcase></testsuite> and <!-- <![CDATA[ x",
        ["workflow command"] = "::error file=a.py,line=1::pwned",
        ["indented workflow command"] = "  \u00a0\v::add-mask::secret",
        ["workflow command after a carriage return"] = "progress\r::set-output name=x::y",
        ["old workflow commands"] = "##[error]pwned and ##vso[task.complete]done and #\x1b[0m#[group]x",
        ["emoji"] = "emoji \U0001F600 family \U0001F468\u200D\U0001F469\u200D\U0001F467",
        ["lone surrogates"] = "lone \ud83d high and low \ude00",
        ["controls"] = "nul \0 bell \a delete \x7f c1 \u009b31m \u0085",
        ["directional marks"] = "bidi \u202e\u2066evil\u2069 \u200f mark \ufeff bom \u2028 line \u2029 paragraph",
        ["noncharacters"] = "noncharacters \ufffe \uffff",
        ["invisible tags"] = "tags \U000E0041\U000E0042",
        ["Markdown"] = "| a | b |\n# heading\n- @admin #1 **bold** `code` ![i](http://evil/x.png) <script>alert(1)</script> &amp; https://evil www.evil.com",
        ["fences"] = "```\n````\nfence",
        ["attachment markers"] = "[[ATTACHMENT|/etc/passwd]] and [[\x1b[0mATTACHMENT|/etc/passwd]]",
        ["compiler error"] = "evil.cs(1,1): error CS0001: pwned [x.csproj]",
        ["nothing"] = "",
        ["white space"] = "   ",
        ["ten megabytes"] = new('x', 10_000_000),
        ["a megabyte of escapes"] = string.Concat(Enumerable.Repeat("\x1b]", 500_000)),
    };

    // By name: test frameworks cannot carry every one of the texts from discovery to the test.
    public static TheoryData<string> Names => [.. All.Keys];

    public static string Text(string name) => All[name];
}
