using Harness.Diagnosis;
using Harness.Faults.Tests.Lab.Record;
using Harness.Tests.Support;

namespace Harness.Tests.Diagnosis;

public sealed class CauseReferenceTests
{
    [Fact]
    public void The_page_about_causes_is_the_catalogue_and_the_record_of_the_laboratory() =>
        Snapshot.Match("../../docs/causes.md", CauseReference.Markdown(FaultRecord.Read(Path.Combine(RepositoryRoot.Path, FaultRecord.File))));

    [Fact]
    public void Every_cause_says_what_it_is_in_sentences_and_has_a_code_of_its_own()
    {
        Assert.All(CauseCatalog.All, kind =>
        {
            Assert.Matches("^HARN[1-59][0-9]{3}$", kind.Code);
            Assert.Matches("^[a-z]+(-[a-z]+)*$", kind.Name);
            Assert.All(new[] { kind.Meaning, kind.Evidence, kind.Remedy }, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
            Assert.NotEmpty(kind.Example);
        });
        Assert.Equal(CauseCatalog.All.Count, CauseCatalog.All.Select(kind => kind.Code).Distinct().Count());
        Assert.Equal(CauseCatalog.All.Count, CauseCatalog.All.Select(kind => kind.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("memory-limit")]
    [InlineData("harn4001")]
    public void A_cause_is_found_by_name_and_by_code(string wanted) => Assert.Equal("HARN4001", CauseCatalog.Find(wanted)?.Code);

    [Fact]
    public void Only_what_can_change_may_be_retried() => Assert.Equal(
        ["container-removed", "engine-lost", "index-unreachable", "killed-externally", "memory-host", "registry-rate-limited", "registry-unreachable"],
        CauseCatalog.All.Where(kind => kind.Retryable).Select(kind => kind.Name).Order(StringComparer.Ordinal));
}
