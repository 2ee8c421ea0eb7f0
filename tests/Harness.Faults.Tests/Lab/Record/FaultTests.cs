using System.Globalization;
using System.Reflection;
using Xunit.v3;

namespace Harness.Faults.Tests.Lab.Record;

/// <summary>The tests that make faults, and the words for what they do.</summary>
internal static class FaultTests
{
    /// <summary>Group and sentence of each.</summary>
    public static IEnumerable<(string Group, string Sentence)> All =>
        from type in typeof(FaultTests).Assembly.GetTypes()
        where type.Name.EndsWith("Faults", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.GetCustomAttribute<FactAttribute>() is not null
        select (Group(type.Namespace!), method.Name.Replace('_', ' '));

    /// <summary>Group and words of the test that runs.</summary>
    public static (string Group, string Fault) Current
    {
        get
        {
            var test = (IXunitTest)TestContext.Current.Test!;
            var arguments = test.TestMethodArguments.Where(argument => argument is string or int).Select(argument => string.Create(CultureInfo.InvariantCulture, $"{argument}").Trim()).ToList();
            var sentence = test.TestMethod.MethodName.Replace('_', ' ');
            return (Group(test.TestCase.TestClassNamespace!), arguments.Count == 0 ? sentence : $"{sentence}: {string.Join(", ", arguments)}");
        }
    }

    /// <summary>The sentence of a fault, without what the test was given.</summary>
    public static string Sentence(string fault) => fault.Split(':')[0];

    private static string Group(string space) => space.Split('.')[^1];
}
