using System.Text.Json;
using Harness.Running;

namespace Harness.Tests.Running;

public sealed class ShardsTests
{
    [Theory]
    [InlineData(1, "abcde")]
    [InlineData(2, "ace", "bd")]
    [InlineData(3, "ad", "be", "c")]
    [InlineData(9, "a", "b", "c", "d", "e")]
    public void Suites_are_dealt_out_in_turn_and_no_shard_is_empty(int count, params string[] expected) =>
        Assert.Equal(expected, Shards.Deal(["a", "b", "c", "d", "e"], count).Select(shard => string.Concat(shard)));

    [Fact]
    public void The_matrix_is_one_line_of_json_whatever_the_names()
    {
        var matrix = Shards.Matrix(Shards.Deal(["a \"b\"/smoke.yml", "ü/smoke.yml", "c/smoke.yml"], 2));

        Assert.DoesNotContain('\n', matrix);
        var include = JsonDocument.Parse(matrix).RootElement.GetProperty("include");
        Assert.Equal(["a \"b\"/smoke.yml\nc/smoke.yml", "ü/smoke.yml"], include.EnumerateArray().Select(shard => shard.GetProperty("suites").GetString()));
        Assert.Equal([(1, 2), (2, 2)], include.EnumerateArray().Select(shard => (shard.GetProperty("shard").GetInt32(), shard.GetProperty("shards").GetInt32())));
    }
}
