using Harness.Build;
using Harness.Build.Targets;
using SimpleExec;
using static Bullseye.Targets;

if (OperatingSystem.IsLinux())
{
    Executables.ExtendSearchPath();
}

DotNetTargets.Add();
EngineTargets.Add();
FixtureTargets.Add();
TestTargets.Add();
SmokeTargets.Add();
LintTargets.Add();
HygieneTargets.Add();

Target("default", "Build and test", dependsOn: ["build", "test"]);

await RunTargetsAndExitAsync(args, messageOnly: exception => exception is BuildFailedException or ExitCodeException);
