using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace Microsoft.VisualStudio.TestPlatform.Extension.Junit.Xml.TestLogger;

/// <summary>A test's name in its parts.</summary>
internal sealed record TestName(string Namespace, string Type, string Method)
{
    public string ClassName => $"{Namespace}.{Type}";

    public static TestName Of(TestResult result)
    {
        var test = result.TestCase;
        var name = Parse(test.FullyQualifiedName);

        // The rows of an xunit theory share one fully qualified name; only the display name tells them apart.
        var display = result.DisplayName ?? test.DisplayName ?? "";
        var arguments = display.IndexOf('(', StringComparison.Ordinal);
        var isXunit = test.ExecutorUri?.ToString().Contains("xunit", StringComparison.OrdinalIgnoreCase) is true;
        return isXunit && arguments > 0 ? name with { Method = name.Method + display[arguments..] } : name;
    }

    public string Format(MethodFormat format) => format switch
    {
        MethodFormat.Class => $"{Type}.{Method}",
        MethodFormat.Full => $"{ClassName}.{Method}",
        _ => Method,
    };

    private static TestName Parse(string fullName)
    {
        // Arguments may hold dots themselves.
        var arguments = fullName.IndexOf('(', StringComparison.Ordinal);
        var path = arguments < 0 ? fullName : fullName[..arguments];
        var method = path.LastIndexOf('.');
        if (method <= 0)
            return new TestName("UnknownNamespace", "UnknownType", fullName);

        var type = path.LastIndexOf('.', method - 1);
        return type <= 0
            ? new TestName("UnknownNamespace", path[..method], fullName[(method + 1)..])
            : new TestName(path[..type], path[(type + 1)..method], fullName[(method + 1)..]);
    }
}
