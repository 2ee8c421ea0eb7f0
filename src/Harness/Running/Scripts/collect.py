# Collects what an install left behind, as JSON lines on standard output: one object with "section" per line.
# Arguments: Harness's own folder, the interpreter of the environment, and how to reach pip: "none" after an install that
# failed, "own" for the environment's own pip, "base" for the pip of the interpreter that runs this, and "space" after a
# test that failed, when only the space left is asked for.
import hashlib
import json
import os
import subprocess
import sys

own, interpreter, reach = sys.argv[1:4]
LOG_BYTES = 2 << 20


def pip_of(reach):
    if reach != "base":
        return [interpreter, "-m", "pip"]
    # What "pip --python" does, without a first pip that only starts a second one.
    import importlib.util

    return [interpreter, os.path.dirname(importlib.util.find_spec("pip").origin)]


def emit(section, **values):
    sys.stdout.write(json.dumps(dict(values, section=section), separators=(",", ":")) + "\n")


def start(*arguments):
    return subprocess.Popen(
        pip + list(arguments), env=dict(os.environ, _PIP_RUNNING_IN_SUBPROCESS="1"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    )


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
    pip = pip_of(reach)
    # Both load pip, so that they run side by side. Local: the pip of the image would list the image's packages too.
    running = [("freeze", start("freeze", "--all", "--local")), ("inspect", start("inspect", "--local"))]
    root = subprocess.run(
        [interpreter, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], stdout=subprocess.PIPE, check=True
    ).stdout.decode().strip()
    if interpreter.startswith("/tmp/"):
        files(root)
    failed = 0
    for section, process in running:
        output, errors = process.communicate()
        emit(section, text=output.decode("utf-8", "replace"), exitCode=process.returncode)
        if process.returncode:
            failed = process.returncode
            sys.stderr.write(errors.decode("utf-8", "replace"))
    sys.exit(failed)
