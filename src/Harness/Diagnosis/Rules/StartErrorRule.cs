using Harness.Evidence;

namespace Harness.Diagnosis.Rules;

/// <summary>A program that could not be started at all.</summary>
internal sealed class StartErrorRule : ICauseRule
{
    public IEnumerable<Cause> Explain(AttemptEvidence evidence)
    {
        if (evidence.Deciding is not { StartError: { } error } step)
            yield break;
        var test = evidence.Suite.Tests.FirstOrDefault(test => "test:" + test.Name == step.Result.Name);
        var program = step.Result.Command is [var first, ..] ? first : "the program";
        if (test is not null)
        {
            yield return (CauseBuilder.Create("test-failed", Confidence.Stated,
                $"{step.Result.Name} could not be started: {error}",
                $"Check that '{program}' is in the image or installed by the requirements, and is executable.", step) with { Subject = test.Name })
                .At(test.Position).Because("engine", error);
        }
        else
        {
            yield return (CauseBuilder.Create("container-start-failed", Confidence.Stated,
                $"{step.Result.Name} could not be started: {error}",
                $"Use an image that has '{program}', or name the interpreter in python.executable.", step) with { Subject = program })
                .At(evidence.Suite.Positions.GetValueOrDefault("python.executable") ?? evidence.Suite.Positions.GetValueOrDefault("image"))
                .Because("engine", error);
        }
    }
}
