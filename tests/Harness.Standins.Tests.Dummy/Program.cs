// A process that does one thing, so that tests can run something real. The first argument names the thing.
using Harness.Standins.Tests.Dummy;

return args switch
{
    ["arguments", .. var rest] => Surroundings.PrintArguments(rest),
    ["environment", .. var names] => Surroundings.PrintEnvironment(names),
    ["working-directory"] => Surroundings.PrintWorkingDirectory(),
    ["echo", var where, .. var words] => Outputs.Echo(where, string.Join(' ', words)),
    ["echo-raw", var text] => Outputs.EchoRaw(text),
    ["lines", var count] => Outputs.Lines(Number(count)),
    ["spam", var where, var bytes] => Outputs.Spam(where, Number(bytes)),
    ["late-spam", var milliseconds, var where, var bytes] => Outputs.LateSpam((int)Number(milliseconds), where, Number(bytes)),
    ["read-stdin"] => Inputs.Copy(),
    ["count-stdin"] => Inputs.Count(),
    ["exit", var code, .. var complaint] => Endings.Exit((int)Number(code), string.Join(' ', complaint)),
    ["sleep", var seconds] => Endings.Sleep(Number(seconds)),
    ["trap-signals", var code] => Endings.TrapInterrupt((int)Number(code)),
    ["ignore-signals"] => Endings.IgnoreInterrupt(),
    ["kill-self"] => Endings.KillSelf(),
    ["child-tree", var depth] => Families.Tree(Number(depth)),
    ["leave-behind", var seconds] => Families.LeaveBehind(seconds),
    _ => Endings.Exit(64, $"Not a command: {string.Join(' ', args)}"),
};

static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
