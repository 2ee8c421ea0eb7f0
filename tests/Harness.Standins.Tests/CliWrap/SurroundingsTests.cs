using CliWrap.Buffered;

namespace Harness.Standins.Tests.CliWrap;

public class SurroundingsTests
{
    private const string Inherited = "PATH"; // set wherever tests run

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Dummy.Limit)]
    public async Task Variables_are_added_to_the_environment_of_the_caller()
    {
        var command = Dummy.Run("environment", "HARNESS_DUMMY", Inherited)
            .WithEnvironmentVariables(new Dictionary<string, string?> { ["HARNESS_DUMMY"] = "a value = 1" });

        var result = await command.ExecuteBufferedAsync(Cancellation);

        Assert.Contains("HARNESS_DUMMY=a value = 1", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains($"{Inherited}={Environment.GetEnvironmentVariable(Inherited)}", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_variable_set_to_null_is_removed()
    {
        var command = Dummy.Run("environment", Inherited)
            .WithEnvironmentVariables(variables => variables.Set(Inherited, null));

        var result = await command.ExecuteBufferedAsync(Cancellation);

        Assert.Equal($"{Inherited} is absent", result.StandardOutput.Trim());
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task The_last_value_set_wins()
    {
        var more = new Dictionary<string, string?> { ["HARNESS_A"] = "2", ["HARNESS_B"] = "" };
        var command = Dummy.Run("environment", "HARNESS_A", "HARNESS_B")
            .WithEnvironmentVariables(variables => variables.Set("HARNESS_A", "1").Set(more));

        var result = await command.ExecuteBufferedAsync(Cancellation);

        Assert.Equal(["HARNESS_A=2", "HARNESS_B="], result.StandardOutput.TrimEnd().Split(Environment.NewLine));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task The_process_runs_in_the_working_directory()
    {
        var directory = Directory.CreateTempSubdirectory("harness-");
        try
        {
            var result = await Dummy.Run("working-directory")
                .WithWorkingDirectory(directory.FullName)
                .ExecuteBufferedAsync(Cancellation);

            Assert.Equal(directory.FullName, result.StandardOutput.Trim());
        }
        finally
        {
            directory.Delete();
        }
    }
}
