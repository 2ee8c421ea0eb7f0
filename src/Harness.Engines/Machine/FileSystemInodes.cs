using System.Runtime.InteropServices;

namespace Harness.Engines.Machine;

/// <summary>How many files a file system has room for, which .NET does not tell.</summary>
internal static partial class FileSystemInodes
{
    /// <summary>Free and total inodes of a folder's file system; null where there is no such number, as on Btrfs, or nobody to ask.</summary>
    public static (long Free, long Total)? Of(string folder) =>
        OperatingSystem.IsLinux() && Environment.Is64BitProcess && StatVfs(folder, out var answer) == 0 && answer.Files > 0
            ? ((long)answer.FilesAvailable, (long)answer.Files)
            : null;

    [LibraryImport("libc", EntryPoint = "statvfs", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatVfs(string path, out Answer answer);

    // struct statvfs of 64-bit Linux, the same in glibc and musl (sys/statvfs.h).
    [StructLayout(LayoutKind.Sequential)]
    private struct Answer
    {
        public ulong BlockSize;
        public ulong FragmentSize;
        public ulong Blocks;
        public ulong BlocksFree;
        public ulong BlocksAvailable;
        public ulong Files;
        public ulong FilesFree;
        public ulong FilesAvailable;
        public ulong FileSystem;
        public ulong Flags;
        public ulong LongestName;
        public Reserved Spare;
    }

    [System.Runtime.CompilerServices.InlineArray(6)]
    private struct Reserved
    {
        private int _element;
    }
}
