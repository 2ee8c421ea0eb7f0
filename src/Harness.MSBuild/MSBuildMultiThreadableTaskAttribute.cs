namespace Microsoft.Build.Framework;

/// <summary>
/// Tells MSBuild that the task keeps to its own project and may run beside others in one process (<c>-mt</c>). MSBuild knows it by
/// this name only; the interface of the same purpose would keep the task from loading in older versions.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
