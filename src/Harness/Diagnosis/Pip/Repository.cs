using System.Text.RegularExpressions;
using Harness.Suites;
using Harness.Suites.Linting;

namespace Harness.Diagnosis.Pip;

/// <summary>The repository that pip fetched last.</summary>
/// <param name="Url">Its address, without credentials.</param>
/// <param name="Position">The line of the user's that asks for it.</param>
internal sealed partial record Repository(string Url, SourcePosition? Position)
{
    /// <summary>Who has it.</summary>
    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var uri) && uri.Authority.Length > 0 ? uri.Authority : "the repository's host";

    /// <summary>Its last part, as people call it.</summary>
    public string Name => Url.TrimEnd('/').Split('/')[^1];

    /// <summary>Finds it by pip's words on either stream, or else by the lines of the user's.</summary>
    public static Repository Of(Case @case)
    {
        var url = Cloning().Matches(@case.Step.StdoutTail + "\n" + @case.Step.StderrTail).LastOrDefault()?.Groups["url"].Value;
        var lines = from input in @case.Evidence.About.Inputs
                    from line in LogicalLines.Of(input.Text)
                    let address = Address().Match(line.Text)
                    where address.Success && (url is null || line.Text.Contains(WithoutUser(url).Split("://")[^1], StringComparison.Ordinal))
                    select (address.Groups["url"].Value, new SourcePosition(input.File, line.Line, line.Column));
        var (asked, position) = lines.FirstOrDefault();
        return new(WithoutUser(url ?? asked ?? "the repository"), position);
    }

    private static string WithoutUser(string url) => User().Replace(url, "://");

    [GeneratedRegex(@"^\s*(?:Cloning|Checking out|(?:Running command |× )git clone(?: --?[\w:=-]+)*) (?:hg )?'?(?<url>[\w+.-]+://[^\s']+)", RegexOptions.Multiline)]
    private static partial Regex Cloning();

    [GeneratedRegex(@"(?:git|hg|svn|bzr)\+(?<url>[\w+.-]+://[^\s#@]*(?:@[^\s#@/]*/[^\s#@]*)?)")]
    private static partial Regex Address();

    [GeneratedRegex("://[^/@]*@")]
    private static partial Regex User();
}
