using Harness.Suites.Yaml;

namespace Harness.Tests.Suites.Yaml;

public sealed class CoreSchemaTests
{
    [Theory]
    [InlineData(nameof(ScalarKind.Null), "", "~", "null", "Null", "NULL")]
    [InlineData(nameof(ScalarKind.Boolean), "true", "True", "TRUE", "false", "False", "FALSE")]
    [InlineData(nameof(ScalarKind.Integer), "0", "007", "-1", "+12")]
    [InlineData(nameof(ScalarKind.Fraction), "1.5", "-1.", ".5", "1e3", "1E-3", "+1.5e+10", ".inf", "-.Inf", ".nan")]
    [InlineData(nameof(ScalarKind.Text), "yes", "on", "no", "tRUE", "-", "+", ".", "-.", "1.2.3", "1e", "e3", "1e+", "1_000", "0x10", "0o17", "1:30", "-.nan", " 1", "١")]
    public void An_unquoted_scalar_is_what_the_core_schema_says(string kind, params string[] texts) =>
        Assert.All(texts, text => Assert.Equal(kind, CoreSchema.KindOf(text).ToString()));
}
