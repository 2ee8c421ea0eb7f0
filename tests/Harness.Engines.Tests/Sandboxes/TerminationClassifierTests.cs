using Harness.Engines.Sandboxes;
using static Harness.Engines.Sandboxes.TerminatedBy;
using static Harness.Engines.Sandboxes.TerminationReason;

namespace Harness.Engines.Tests.Sandboxes;

/// <summary>The measured failure signatures, one case each.</summary>
public class TerminationClassifierTests
{
    [Fact]
    public void A_plain_exit_is_an_exit() => Expect(new(Exited, 3), new() { ExitCode = 3, OomKills = 0 });

    [Fact]
    public void An_exit_code_that_stands_for_no_signal_is_an_exit() => Expect(new(Exited, 255), new() { ExitCode = 255 });

    [Theory]
    [InlineData(132, 4)]
    [InlineData(134, 6)]
    [InlineData(135, 7)]
    [InlineData(139, 11)]
    public void A_crash_names_its_signal(int code, int signal) =>
        Expect(new(Signalled, code, signal, Unknown), new() { ExitCode = code, OomKills = 0 });

    [Fact]
    public void A_137_without_any_witness_stays_unexplained() =>
        Expect(new(Signalled, 137, 9, Unknown), new() { ExitCode = 137, OomKills = 0 });

    [Fact]
    public void An_oom_kill_of_the_command_is_seen_by_the_counter() =>
        Expect(new(Memory, 137, 9, Kernel), new() { ExitCode = 137, OomKills = 1, OomEvent = true });

    [Fact]
    public void An_oom_kill_of_the_command_is_seen_by_the_counter_alone() =>
        Expect(new(Memory, 137, 9, Kernel), new() { ExitCode = 137, OomKills = 1 });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_oom_kill_of_a_child_counts_whatever_the_parent_returns(int code) =>
        Expect(new(Memory, code, null, Kernel), new() { ExitCode = code, OomKills = 1 });

    [Fact]
    public void An_oom_kill_of_the_main_process_is_seen_by_its_event_since_the_counter_is_gone() =>
        Expect(new(Memory, 137, 9, Kernel), new() { ExitCode = 137, OomKills = null, OomEvent = true, MainEnded = true });

    [Fact]
    public void A_late_oom_event_of_an_earlier_command_is_refuted_by_the_counter() =>
        Expect(new(Exited, 0), new() { ExitCode = 0, OomKills = 0, OomEvent = true });

    [Fact]
    public void Without_a_counter_the_oom_event_decides() =>
        Expect(new(Memory, 1, null, Kernel), new() { ExitCode = 1, OomKills = null, OomEvent = true });

    [Fact]
    public void An_outside_kill_of_the_container_is_the_engines() =>
        Expect(new(Signalled, 137, 9, Engine), new() { ExitCode = 137, ForeignSignal = 9, MainEnded = true });

    [Fact]
    public void An_outside_stop_names_its_own_signal() =>
        Expect(new(Signalled, 137, 15, Engine), new() { ExitCode = 137, ForeignSignal = 15, MainEnded = true });

    [Fact]
    public void A_removal_during_the_command_is_a_loss_by_the_engine() =>
        Expect(new(Lost, 137, 9, Engine), new() { ExitCode = 137, ForeignSignal = 9, MainEnded = true, Removed = true });

    [Fact]
    public void A_removal_that_leaves_no_code_is_a_loss_too() =>
        Expect(new(Lost, null, null, Engine), new() { MainEnded = true, Removed = true });

    [Fact]
    public void A_main_process_that_ends_takes_the_command_along() =>
        Expect(new(Lost, 137, 9, Unknown), new() { ExitCode = 137, MainEnded = true });

    [Fact]
    public void A_command_that_ended_before_the_main_process_keeps_its_own_end() =>
        Expect(new(Exited, 0), new() { ExitCode = 0, MainEnded = true });

    [Fact]
    public void A_lost_engine_is_a_loss() => Expect(new(Lost, null, null, Unknown), new() { EngineLost = true });

    [Fact]
    public void What_an_engine_that_came_back_ends_is_lost_with_it() =>
        Expect(new(Lost, null, null, Unknown), new() { EngineLost = true, MainEnded = true, ForeignSignal = 15 });

    [Fact]
    public void A_code_that_was_read_stands_even_if_the_engine_is_lost_afterwards() =>
        Expect(new(Exited, 0), new() { ExitCode = 0, EngineLost = true });

    [Fact]
    public void No_code_at_all_is_a_loss() => Expect(new(Lost, null, null, Unknown), new());

    [Fact]
    public void A_kill_event_that_the_main_process_survived_ended_nothing() =>
        Expect(new(Signalled, 137, 9, Unknown), new() { ExitCode = 137, ForeignSignal = 1 });

    [Theory]
    [InlineData(KillReason.Timeout, TerminationReason.Timeout)]
    [InlineData(KillReason.Output, Output)]
    [InlineData(KillReason.Interrupt, Interrupted)]
    public void What_Harness_did_itself_comes_first(KillReason reason, TerminationReason expected) => Expect(
        new(expected, 137, 9, TerminatedBy.Harness),
        new() { StoppedFor = reason, StopSignals = [15, 9], ExitCode = 137, OomKills = 1, OomEvent = true, ForeignSignal = 9, MainEnded = true });

    [Theory]
    [InlineData(143, 15)]
    [InlineData(0, 15)]
    [InlineData(137, 9)]
    [InlineData(null, 9)]
    public void Of_the_signals_that_Harness_sent_the_one_that_fits_the_code_counts(int? code, int signal) => Expect(
        new(TerminationReason.Timeout, code, signal, TerminatedBy.Harness),
        new() { StoppedFor = KillReason.Timeout, StopSignals = [15, 9], ExitCode = code });

    [Fact]
    public void What_could_not_be_started_has_no_code() =>
        Expect(new(NotStarted), new() { NotStarted = true, MainEnded = true });

    private static void Expect(Termination expected, TerminationFacts facts) =>
        Assert.Equal(expected, TerminationClassifier.Classify(facts));
}
