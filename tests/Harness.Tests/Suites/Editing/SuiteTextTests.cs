using Harness.Suites.Editing;

namespace Harness.Tests.Suites.Editing;

public sealed class SuiteTextTests
{
    [Theory]
    [InlineData("image: python:3.11\n", "image: python:3.11@sha256:aa\n")]
    [InlineData("image:   python:3.11   # the one we ship\nname: x\n", "image:   python:3.11@sha256:aa   # the one we ship\nname: x\n")]
    [InlineData("image: \"python:3.11\" # quoted\n", "image: \"python:3.11@sha256:aa\" # quoted\n")]
    [InlineData("image: 'python:3.11'", "image: 'python:3.11@sha256:aa'")]
    [InlineData("{\"name\": \"x\", \"image\": \"python:3.11\", \"tests\": []}", "{\"name\": \"x\", \"image\": \"python:3.11@sha256:aa\", \"tests\": []}")]
    [InlineData("# image: no\r\nimage: python:3.11\r\nname: ä😀\r\n", "# image: no\r\nimage: python:3.11@sha256:aa\r\nname: ä😀\r\n")]
    [InlineData("name: ä😀\nimage: python:3.11\n", "name: ä😀\nimage: python:3.11@sha256:aa\n")]
    public void A_digest_is_put_behind_the_reference_and_nothing_else_changes(string before, string after)
    {
        var text = new SuiteText(before);

        Assert.True(text.PinImage("sha256:aa"));
        Assert.Equal(after, text.Text);
    }

    [Theory]
    [InlineData("image: ${IMAGE}\n")]
    [InlineData("image: \"${REGISTRY}/python:3.11\"\n")]
    [InlineData("image: >\n  python:3.11\n")]
    [InlineData("name: &n python:3.11\nimage: *n\n")]
    public void A_reference_that_is_not_simply_there_is_left_alone(string before)
    {
        var text = new SuiteText(before);

        Assert.False(text.PinImage("sha256:aa"));
        Assert.Equal(before, text.Text);
    }

    [Theory]
    [InlineData("python: {requirements: [r.txt], wheelhouse: wheels}\n", "python: {requirements: [r.txt], constraints: [c.txt], wheelhouse: wheels}\n")]
    [InlineData(
        "python:\n  requirements: [r.txt]  # what we need\n  binary: only\n",
        "python:\n  requirements: [r.txt]  # what we need\n  constraints: [c.txt]\n  binary: only\n")]
    [InlineData(
        "python:\n    requirements:\n      - r.txt\n      - s.txt # more\ntests: []\n",
        "python:\n    requirements:\n      - r.txt\n      - s.txt # more\n    constraints: [c.txt]\ntests: []\n")]
    [InlineData("python:\r\n  requirements: [r.txt]", "python:\r\n  requirements: [r.txt]\r\n  constraints: [c.txt]")]
    [InlineData("python: {requirements: [r.txt], constraints: [a.txt, b.txt]}\n", "python: {requirements: [r.txt], constraints: [a.txt, b.txt, c.txt]}\n")]
    [InlineData("python: {requirements: [r.txt], constraints: []}\n", "python: {requirements: [r.txt], constraints: [c.txt]}\n")]
    [InlineData(
        "python:\n  requirements: [r.txt]\n  constraints:\n  - a.txt\n  # the end\n  binary: only\n",
        "python:\n  requirements: [r.txt]\n  constraints:\n  - a.txt\n  - c.txt\n  # the end\n  binary: only\n")]
    public void A_constraints_file_is_added_in_the_style_of_the_file(string before, string after)
    {
        var text = new SuiteText(before);

        Assert.True(text.AddConstraints("c.txt"));
        Assert.Equal(after, text.Text);
    }

    [Theory]
    [InlineData("python: {requirements: [r.txt, s.txt]}\n", "python: {requirements: [lock.txt]}\n")]
    [InlineData("python:\n  requirements:\n    - r.txt\n    - s.txt\n  binary: only # yes\n", "python:\n  requirements:\n    - lock.txt\n  binary: only # yes\n")]
    public void Requirements_are_replaced_in_place(string before, string after)
    {
        var text = new SuiteText(before);

        Assert.True(text.ReplaceRequirements("lock.txt"));
        Assert.Equal(after, text.Text);
    }

    [Fact]
    public void Without_requirements_there_is_nothing_to_constrain() => Assert.False(new SuiteText("name: x\n").AddConstraints("c.txt"));
}
