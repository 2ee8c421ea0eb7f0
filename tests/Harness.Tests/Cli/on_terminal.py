# Runs a program on a terminal of its own: on_terminal.py COLUMNS LINES [AFTER_TEXT:COLUMNS] -- PROGRAM ARGUMENT...
# What it writes goes to standard output as it is; NUL R COLUMNS NUL marks where the terminal was made narrower or wider.
import fcntl
import os
import pty
import struct
import sys
import termios


def size(columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


at = sys.argv.index("--")
columns, lines = int(sys.argv[1]), int(sys.argv[2])
resize = sys.argv[3].rsplit(":", 1) if at > 3 else None
child, terminal = pty.fork()
if child == 0:
    sys.stdin.readline()
    os.execvp(sys.argv[at + 1], sys.argv[at + 1 :])
size(columns)
os.write(terminal, b"\n")
seen = b""
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:  # the program has closed its side
        break
    if not data:
        break
    sys.stdout.buffer.write(data)
    seen = (seen + data)[-100_000:]
    if resize and resize[0].encode() in seen:
        size(int(resize[1]))
        sys.stdout.buffer.write(b"\0R%d\0" % int(resize[1]))
        resize = None
sys.stdout.buffer.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
