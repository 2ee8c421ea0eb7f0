using System.Buffers;
using Harness.Suites.Wording;

namespace Harness.Suites.Reading;

/// <summary>Fetches a suite file's bytes.</summary>
internal static class SuiteFile
{
    private const int Piece = 16 << 10;

    /// <summary>The bytes; null when there was something to complain about.</summary>
    public static byte[]? Read(string path, ReadContext context)
    {
        try
        {
            if (Directory.Exists(path))
                return Refuse(context, SuiteCodes.Invalid, "is a folder, not a suite file", "Name the suite file in it.");

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var bytes = new ArrayBufferWriter<byte>(Piece);
            int count; // read, not asked for its length: it may be a pipe or a device
            while (bytes.WrittenCount <= SuiteReader.MaxFileBytes && (count = file.Read(bytes.GetSpan(Piece))) > 0)
                bytes.Advance(count);

            return bytes.WrittenCount <= SuiteReader.MaxFileBytes
                ? bytes.WrittenSpan.ToArray()
                : Refuse(
                    context,
                    SuiteCodes.Invalid,
                    $"is larger than {ByteSize.Format(SuiteReader.MaxFileBytes)}, the most a suite file may have",
                    "Check that it is a suite.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refuse(context, SuiteCodes.Missing, "does not exist", "Correct the path, or let 'harness init' write a first suite.");
        }
        catch (UnauthorizedAccessException)
        {
            return Refuse(context, SuiteCodes.Invalid, "cannot be read: this user has no permission", "Give this user read permission.");
        }
        catch (IOException exception)
        {
            var reason = DisplayText.Escape(exception.Message);
            return Refuse(context, SuiteCodes.Invalid, $"cannot be read: {reason}", "Check the file and the disk it is on.");
        }
    }

    private static byte[]? Refuse(ReadContext context, string code, string what, string remedy)
    {
        context.Error(code, context.WholeFile, $"The suite file {what}.", remedy);
        return null;
    }
}
