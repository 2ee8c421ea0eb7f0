# Collects what an install left behind, as JSON lines on standard output: one object with "section" per line.
# Arguments: Harness's own folder, the interpreter of the environment, and how to reach pip: "none" after an install that
# failed, "own" for the environment's own pip, "base" for the pip of the interpreter that runs this, and "space" after a
# test that failed, when only the space left is asked for; last, unless it is "space", the program that lists.
import hashlib
import json
import os
import subprocess
import sys

own, interpreter, reach = sys.argv[1:4]
LOG_BYTES = 2 << 20


def emit(section, **values):
    sys.stdout.write(json.dumps(dict(values, section=section), separators=(",", ":")) + "\n")


def folder_of_pip():
    if reach == "own":
        return ""
    import importlib.util

    return os.path.dirname(os.path.dirname(importlib.util.find_spec("pip").origin))


def files(root):
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            relative = os.path.relpath(path, root)
            if os.path.islink(path):
                emit("file", path=relative, link=os.readlink(path))
                continue
            digest = hashlib.sha256()
            size = 0
            with open(path, "rb") as stream:
                while True:
                    block = stream.read(1 << 20)
                    if not block:
                        break
                    size += len(block)
                    digest.update(block)
            emit("file", path=relative, size=size, sha256=digest.hexdigest())


disk = os.statvfs("/tmp")
emit(
    "disk",
    usedBytes=(disk.f_blocks - disk.f_bfree) * disk.f_frsize,
    totalBytes=disk.f_blocks * disk.f_frsize,
    inodesUsed=disk.f_files - disk.f_ffree,
    inodesTotal=disk.f_files,
)
shared = os.statvfs("/dev/shm")
emit(
    "shared-memory",
    usedBytes=(shared.f_blocks - shared.f_bfree) * shared.f_frsize,
    totalBytes=shared.f_blocks * shared.f_frsize,
)

if reach == "space":
    sys.exit(0)

for section, name in (("report", "install-report.json"), ("log", "pip.log")):
    path = os.path.join(own, name)
    if os.path.exists(path):
        with open(path, "rb") as stream:
            cut = max(0, os.path.getsize(path) - LOG_BYTES) if section == "log" else 0
            stream.seek(cut)
            emit(section, text=stream.read().decode("utf-8", "replace"), cutBytes=cut)

if reach != "none":
    # Beside the hashing of files, which needs only the first line.
    lists = subprocess.Popen(
        [interpreter, "-c", sys.argv[4], folder_of_pip()], bufsize=0, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    first = lists.stdout.readline()
    if first and interpreter.startswith("/tmp/"):
        files(json.loads(first.decode())["path"])
    output, errors = lists.communicate()
    sys.stdout.write(output.decode())
    if lists.returncode:
        sys.stderr.write(errors.decode("utf-8", "replace"))
    sys.exit(lists.returncode)
