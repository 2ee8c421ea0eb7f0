namespace Harness.Reporting.JUnit;

/// <summary>Why a testcase did not pass.</summary>
/// <param name="IsError">Infrastructure, rather than the tests.</param>
/// <param name="Type">The cause's name.</param>
/// <param name="Message">The headline, one line.</param>
/// <param name="Body">The headline again, then everything else.</param>
internal sealed record JUnitFault(bool IsError, string Type, string Message, string Body);
