namespace CliWrap.EventStream;

/// <summary>Something that happened to a running command: started, a line of either output, exited.</summary>
public abstract class CommandEvent;
