using YamlDotNet.Core.Events;

namespace Harness.Suites.Yaml;

/// <summary>The places of parsing events, as one-based numbers of ordinary size.</summary>
internal static class ParsingEventPlaces
{
    public static int Line(this ParsingEvent place) => (int)place.Start.Line;

    public static int Column(this ParsingEvent place) => (int)place.Start.Column;

    public static YamlFault Fault(this ParsingEvent place, string message, string remedy) =>
        new(place.Line(), place.Column(), message, remedy);
}
