namespace Harness.Suites.Yaml;

/// <summary>What a scalar is by YAML 1.2's core schema, but that hexadecimal and octal numbers are text.</summary>
internal enum ScalarKind
{
    /// <summary>Nothing, or <c>null</c>, or <c>~</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>; <c>yes</c> and <c>on</c> are text.</summary>
    Boolean,

    /// <summary>Decimal digits with an optional sign.</summary>
    Integer,

    /// <summary>A decimal fraction, an exponent, an infinity or not-a-number.</summary>
    Fraction,

    /// <summary>Everything else, and everything in quotes.</summary>
    Text,
}
