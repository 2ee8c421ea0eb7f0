namespace Microsoft.VisualStudio.TestPlatform.Extension.Junit.Xml.TestLogger;

/// <summary>How much of a test's name its test case is named by.</summary>
internal enum MethodFormat
{
    /// <summary>The method.</summary>
    Default,

    /// <summary>The type and the method.</summary>
    Class,

    /// <summary>Namespace, type and method.</summary>
    Full,
}
