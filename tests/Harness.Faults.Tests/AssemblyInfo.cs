using System.Runtime.Versioning;
using Harness.Faults.Tests.Lab;

[assembly: SupportedOSPlatform("linux")] // the engine's own platform; faults are made with Linux's means

// Two at once: a fault spends most of its time waiting, and each holds a container's memory.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: AssemblyFixture(typeof(FaultLab))]
