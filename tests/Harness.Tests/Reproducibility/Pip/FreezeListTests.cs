using Harness.Reproducibility.Pip;

namespace Harness.Tests.Reproducibility.Pip;

public class FreezeListTests
{
    [Theory]
    [InlineData("idna==3.6", "idna", "3.6")]
    [InlineData("zope.interface==6.1\r", "zope.interface", "6.1")]
    [InlineData("torch==2.1.0+cpu", "torch", "2.1.0+cpu")]
    [InlineData("odd===2004d", "odd", "2004d")]
    [InlineData("six @ file:///wheels/six-1.16.0-py2.py3-none-any.whl#sha256=8abb", "six", "@ file:///wheels/six-1.16.0-py2.py3-none-any.whl#sha256=8abb")]
    [InlineData("-e git+https://example.com/x.git@0123abc#egg=My_Package&subdirectory=a", "My_Package", "@ git+https://example.com/x.git@0123abc")]
    [InlineData("# Editable install with no version control (local==1.0)", "local", "1.0")]
    [InlineData("# Editable Git install with no remote (local==1.0)", "local", "1.0")]
    public void A_line_names_a_package(string line, string name, string identity)
    {
        var package = Assert.Single(FreezeList.Parse(line));

        Assert.Equal((name, identity), (package.Name, package.Identity));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# a comment")]
    [InlineData("-e /workspace")]
    [InlineData("WARNING: something")]
    [InlineData("::error::pwned==1.0")]
    public void Other_lines_are_passed_over(string line) => Assert.Empty(FreezeList.Parse(line));
}
