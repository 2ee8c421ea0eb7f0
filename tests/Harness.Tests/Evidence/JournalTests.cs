using Harness.Engines;
using Harness.Engines.Sandboxes;
using Harness.Engines.Sandboxes.Limits;
using Harness.Evidence;
using Harness.Tests.Reporting;
using Harness.Tests.Support;

namespace Harness.Tests.Evidence;

public sealed class JournalTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    private string JournalPath => scratch.In("journal.jsonl");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Every_kind_is_read_again_as_it_was_written()
    {
        var counters = new CgroupCounters { At = Samples.Start, MemoryBytes = 1, OomKills = 2 };
        using var suites = new Suites.SuiteFolder();
        var suite = suites.ReadGood(Suites.SuiteFolder.Good + "limits: {memory: 96MiB}\n");
        var state = new ContainerState("exited", false, 137, true, null, Samples.Start, Samples.Start, null);
        LimitEnforcement[] limits = [new("disk", "tmpfs", Gap: "/workspace", Asked: true)];
        using (var journal = new Journal(JournalPath, TimeProvider.System))
        {
            journal.Invocation("0.1.0", ["run", "smoke.yml"]);
            journal.Engine(new EngineInfo(EngineKind.DockerCli, "27.3.1", "unix:///x", "linux", "amd64", null, "v2", false, null, 2, 1L << 30, true));
            journal.Suite(SuiteEvidence.Of(suite, Redactor.None));
            journal.Image(new ImageEvidence("python@sha256:aa", "sha256:aa"));
            var attempt = journal.Attempt(1, 2);
            attempt.OnCreated("c0ffee", "harness-api-1");
            attempt.Limits(limits);
            attempt.StepStarted("install");
            attempt.Command("install", ["pip", "install"], new Dictionary<string, string> { ["TZ"] = "UTC" });
            attempt.OnKill(new KillEntry(Samples.Start, "install", 9, KillReason.Timeout));
            attempt.OnEvent(new EngineEvent(Samples.Start, "die", "c0ffee", ExitCode: 137));
            attempt.OnSample(counters);
            attempt.StepEnded(new StepResult { Name = "install", Outcome = Outcome.TimedOut, Signal = 9 }, new StepSurroundings { DeadlineSeconds = 300, Before = counters });
            attempt.Space("install", new StepSpace(new SpaceUse(1, 2)));
            attempt.Fault(new Fault(EngineFault.EngineLost, "gone"));
            attempt.Ended(Outcome.TimedOut);
            attempt.OnFinalState(state);
            attempt.Note("that was it");
            journal.Interrupted();
            journal.Note("done");
            Assert.Null(journal.Fault);
        }

        var reading = JournalReader.Read(JournalPath);

        Assert.Equal((0, false), (reading.Unreadable, reading.Torn));
        Assert.Equal(
            Enum.GetValues<JournalKind>().Order(),
            reading.Entries.Select(entry => entry.Kind).Distinct().Order());
        var entries = reading.Entries.DistinctBy(entry => entry.Kind).ToDictionary(entry => entry.Kind);
        Assert.Equal(["run", "smoke.yml"], entries[JournalKind.Invocation].Command);
        Assert.Equal("0.1.0", entries[JournalKind.Invocation].Version);
        Assert.Equal(EngineKind.DockerCli, entries[JournalKind.Engine].Engine?.Kind);
        Assert.Equal("sha256:aa", entries[JournalKind.Image].Image?.Digest);
        Assert.Equal(("c0ffee", "harness-api-1"), (entries[JournalKind.ContainerCreated].Container, entries[JournalKind.ContainerCreated].ContainerName));
        Assert.Equal(limits, entries[JournalKind.Limits].Limits);
        Assert.Equal((1, 2, "install"), (entries[JournalKind.StepStarted].Run, entries[JournalKind.StepStarted].Attempt, entries[JournalKind.StepStarted].Step));
        Assert.Equal(["pip", "install"], entries[JournalKind.Command].Command);
        Assert.Equal(new Dictionary<string, string> { ["TZ"] = "UTC" }, entries[JournalKind.Command].Environment);
        Assert.Equal((9, KillReason.Timeout), (entries[JournalKind.Kill].Kill?.Signal, entries[JournalKind.Kill].Kill?.Reason));
        Assert.Equal(("die", 137), (entries[JournalKind.Event].Event?.Action, entries[JournalKind.Event].Event?.ExitCode));
        Assert.Equal(counters, entries[JournalKind.Sample].Sample);
        Assert.Equal(Outcome.TimedOut, entries[JournalKind.StepEnded].Result?.Outcome);
        Assert.Equal((300, counters), (entries[JournalKind.StepEnded].Around!.DeadlineSeconds!.Value, entries[JournalKind.StepEnded].Around!.Before));
        Assert.Equal(new StepSpace(new SpaceUse(1, 2)), entries[JournalKind.Space].Space);
        Assert.Equal(new Fault(EngineFault.EngineLost, "gone"), entries[JournalKind.Fault].Fault);
        Assert.Equal(Outcome.TimedOut, entries[JournalKind.AttemptEnded].Outcome);
        var read = entries[JournalKind.Suite].Suite!.Suite;
        Assert.Equal((96L << 20, suite.Timeouts, suite.Tests[0].Position), (read.Limits.MemoryBytes, read.Timeouts, read.Tests[0].Position));
        Assert.Equal(suite.Positions, read.Positions);
        Assert.Equal(state, entries[JournalKind.FinalState].State);
        Assert.Equal("that was it", entries[JournalKind.Note].Text);
    }

    [Fact]
    public void Lines_begin_with_time_and_kind()
    {
        using (var journal = new Journal(JournalPath, new StoppedClock(Samples.Start)))
            journal.Attempt(1, 1).StepStarted("test:größe");

        Assert.Equal(
            "{\"at\":\"2026-01-31T12:00:00Z\",\"kind\":\"step-started\",\"run\":1,\"attempt\":1,\"step\":\"test:größe\"}\n",
            File.ReadAllText(JournalPath));
    }

    [Fact]
    public void Each_line_can_be_read_by_others_as_soon_as_it_is_written()
    {
        using var journal = new Journal(JournalPath, TimeProvider.System);

        journal.Note("one");
        var afterOne = JournalReader.Read(JournalPath).Entries.Count;
        journal.Note("two");

        Assert.Equal((1, 2), (afterOne, JournalReader.Read(JournalPath).Entries.Count));
    }

    [Fact]
    public void Lines_of_several_threads_do_not_mix()
    {
        using (var journal = new Journal(JournalPath, TimeProvider.System))
            Parallel.For(0, 2_000, number => journal.Attempt(1, number + 1).Note(new string('x', number % 100)));

        var reading = JournalReader.Read(JournalPath);

        Assert.Equal((0, false), (reading.Unreadable, reading.Torn));
        Assert.Equal(Enumerable.Range(1, 2_000), reading.Entries.Select(entry => entry.Attempt!.Value).Order());
    }

    [Fact]
    public void Secrets_are_replaced_even_where_JSON_would_spell_them_in_another_way()
    {
        const string Secret = "p\"ss\\wörd\n";
        using (var journal = new Journal(JournalPath, TimeProvider.System, text => text.Replace(Secret, "***", StringComparison.Ordinal)))
        {
            journal.Note($"https://user:{Secret}@index");
            journal.Attempt(1, 1).Command("install", ["pip", Secret], new Dictionary<string, string> { ["TOKEN"] = Secret });
        }

        var entries = JournalReader.Read(JournalPath).Entries;

        Assert.Equal("https://user:***@index", entries[0].Text);
        Assert.Equal(["pip", "***"], entries[1].Command);
        Assert.Equal("***", entries[1].Environment!["TOKEN"]);
        Assert.DoesNotContain("ss", File.ReadAllText(JournalPath), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_a_word_of_the_journal_does_not_break_it()
    {
        using (var journal = new Journal(JournalPath, TimeProvider.System, text => text.Replace("note", "***", StringComparison.Ordinal)))
            journal.Note("a note");

        Assert.Equal("a ***", JournalReader.Read(JournalPath).Entries.Single().Text);
    }

    [Theory]
    [MemberData(nameof(Attack.Names), MemberType = typeof(Attack))]
    public void Any_text_stays_on_one_line(string attack)
    {
        var text = Attack.Text(attack);
        using (var journal = new Journal(JournalPath, TimeProvider.System))
        {
            journal.Note(text);
            journal.Note("end");
        }

        var reading = JournalReader.Read(JournalPath);

        Assert.Equal(2, reading.Entries.Count);
        Assert.Equal(2, File.ReadAllBytes(JournalPath).Count(value => value == '\n'));
    }

    [Fact]
    public void A_torn_last_line_is_passed_over()
    {
        using (var journal = new Journal(JournalPath, TimeProvider.System))
        {
            journal.Note("one");
            journal.Note("two");
        }

        var bytes = File.ReadAllBytes(JournalPath);
        var torn = Enumerable.Range(0, bytes.Length).Select(length =>
        {
            File.WriteAllBytes(JournalPath, bytes[..length]);
            return JournalReader.Read(JournalPath);
        }).ToArray();

        Assert.All(torn, reading => Assert.Equal(0, reading.Unreadable));
        Assert.Equal([0, 1, 2], torn.Select(reading => reading.Entries.Count).Distinct());
        Assert.Contains(torn, reading => reading.Torn);
    }

    [Fact]
    public void Lines_of_other_versions_and_damaged_lines_are_counted()
    {
        File.WriteAllText(JournalPath, """
            {"at":"2026-01-31T12:00:00Z","kind":"telepathy","text":"?"}
            {"at":"2026-01-31T12:00:00Z","kind":"note","text":"still here","mood":"fine"}
            garbage
            null

            """);

        var reading = JournalReader.Read(JournalPath);

        Assert.Equal("still here", reading.Entries.Single().Text);
        Assert.Equal((3, false), (reading.Unreadable, reading.Torn));
    }

    [Fact]
    public void A_missing_journal_is_empty() => Assert.Empty(JournalReader.Read(JournalPath).Entries);

    [Fact]
    public void An_existing_journal_is_not_written_over()
    {
        scratch.Write("journal.jsonl", "evidence");

        Assert.Throws<IOException>(() => new Journal(JournalPath, TimeProvider.System));

        Assert.Equal("evidence", File.ReadAllText(JournalPath));
    }

    [Fact]
    public void A_full_disk_is_remembered_and_stops_nothing()
    {
        using var stream = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        using var journal = new Journal(stream, TimeProvider.System);

        journal.Attempt(1, 1).OnKill(new KillEntry(Samples.Start, "install", 9, KillReason.Timeout));

        Assert.NotNull(journal.Fault);
    }

    [Fact]
    public void Events_that_arrive_after_the_end_are_dropped()
    {
        var journal = new Journal(JournalPath, TimeProvider.System);
        journal.Note("one");
        journal.Dispose();

        journal.Note("two");

        Assert.Single(JournalReader.Read(JournalPath).Entries);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
