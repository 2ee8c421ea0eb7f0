# Becomes a command under other circumstances. Arguments: umask in octal or -, number of CPUs or -, the command.
import os
import sys

umask, cpus = sys.argv[1:3]
command = sys.argv[3:]
if umask != "-":
    os.umask(int(umask, 8))
if cpus != "-":
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(cpus)])
try:
    os.execvp(command[0], command)
except OSError as error:
    sys.stderr.write("%s: %s\n" % (command[0], error.strerror))
    sys.exit(127 if isinstance(error, FileNotFoundError) else 126)
