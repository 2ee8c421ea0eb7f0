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
TEXT_BYTES = 1 << 20
BLOCK_BYTES = 1 << 20
SHOWN_BYTES = 32 << 10  # of a text that was built here, so that two of them can be compared line by line
MOST_SHOWN_BYTES = 512 << 10


def emit(section, **values):
    sys.stdout.write(json.dumps(dict(values, section=section), separators=(",", ":")) + "\n")


def folder_of_pip():
    if reach == "own":
        return ""
    import importlib.util

    return os.path.dirname(os.path.dirname(importlib.util.find_spec("pip").origin))


def digest_of(path):
    """Size and hash; most files are read in one go."""
    digest = hashlib.sha256()
    size = 0
    file = os.open(path, os.O_RDONLY)
    try:
        while True:
            block = os.read(file, BLOCK_BYTES)
            size += len(block)
            digest.update(block)
            if len(block) < BLOCK_BYTES:
                return size, digest.hexdigest()
    finally:
        os.close(file)


def files(root, packages, report):
    # There are thousands, so that the plain ones are written without a detour.
    quoted = json.encoder.encode_basestring_ascii
    write = sys.stdout.write
    built = built_files(packages, report)
    left = {}
    records = []
    folders = [""]
    room = MOST_SHOWN_BYTES
    while folders:
        below = folders.pop()
        scripts = os.path.basename(below) == "bin"
        with os.scandir(os.path.join(root, below)) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            relative = below + "/" + entry.name if below else entry.name
            path = entry.path
            if entry.is_symlink():
                emit("file", path=relative, link=os.readlink(path))
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(relative)
                continue
            if not entry.is_file(follow_symlinks=False):
                continue  # a pipe would be waited for
            size, digest = digest_of(path)
            is_built = path in built
            if not scripts and not is_built and entry.name != "RECORD":
                write('{"path":%s,"size":%d,"sha256":"%s","section":"file"}\n' % (quoted(relative), size, digest))
                continue
            values = dict(path=relative, size=size, sha256=digest)
            if is_built:
                values.update(built=True, package=built[path])
            if entry.name == "RECORD" and below.endswith(".dist-info"):
                records.append((path, values))
                continue
            if size <= TEXT_BYTES and (is_built or scripts):
                with open(path, "rb") as stream:
                    content = stream.read()
                values.update(without_noise(path, content, is_built))
                if "plain" in values:
                    left[path] = values["plain"]
                if is_built and size <= min(room, SHOWN_BYTES):
                    values.update(shown(content))
                    room -= size
            emit("file", **values)
    for path, values in records:  # last, because they list the others
        emit("file", **dict(values, without="record", plain=plain_record(path, left)))


def lines_of(record):
    import csv

    try:
        with open(record, newline="", encoding="utf-8", errors="surrogateescape") as stream:
            return [line for line in csv.reader(stream) if len(line) == 3]
    except csv.Error:  # a stranger's file, which only has to be no worse than missing
        return []


def built_files(packages, report):
    """What was built from source here: the files of the distributions that did not come as wheels, with the name of theirs."""
    built = {}
    for item in json.loads(report).get("install", []) if report else []:
        if item.get("download_info", {}).get("url", "").split("#")[0].endswith(".whl"):
            continue
        name = item["metadata"]["name"]
        wanted = plain_name("%s-%s.dist-info" % (name, item["metadata"]["version"]))
        for info in os.listdir(packages):
            record = os.path.join(packages, info, "RECORD")
            if plain_name(info) == wanted and os.path.exists(record):
                built.update((os.path.normpath(os.path.join(packages, line[0])), name) for line in lines_of(record))
    return built


def plain_name(name):
    return "".join(c if c.isalnum() else "_" for c in name.lower())


def shown(content):
    try:
        return {} if b"\0" in content else {"text": content.decode()}
    except UnicodeDecodeError:
        return {}


def without_noise(path, content, built):
    """The hash of a file without what says nothing about what is installed, and the name of that; nothing where there is none."""
    if os.path.basename(os.path.dirname(path)) == "bin" and content.startswith(b"#!"):
        return {"without": "shebang", "plain": hashlib.sha256(content.partition(b"\n")[2]).hexdigest()}
    if built and b"\0" not in content:
        plain = times().sub(b"", content)
        if plain != content:
            return {"without": "timestamp", "plain": hashlib.sha256(plain).hexdigest()}
    return {}


def times():
    """Dates, times of day and seconds since 1970, as builds write them into files."""
    import re

    day = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    month = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    return re.compile(
        rb"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
        rb"|" + day + rb",? (?:" + month + rb" +\d{1,2}|\d{1,2} " + month + rb")(?: \d{4})?"
        rb"|\d\d:\d\d:\d\d(?:\.\d+)?"
        rb"|\b1\d{9}(?:\d{3}|\d{6}|\d{9})?(?:\.\d+)?\b"
    )


def plain_record(record, left):
    """The hash of a list of files without those that may differ, and with what is left of those that may differ in part."""
    packages = os.path.dirname(os.path.dirname(record))
    kept = []
    names = {os.path.basename(path) for path in left}
    for name, digest, size in lines_of(record):
        base = name.rpartition("/")[2]
        if base.endswith(".pyc") or base in ("INSTALLER", "REQUESTED", "direct_url.json", "RECORD"):
            continue
        plain = left.get(os.path.normpath(os.path.join(packages, name))) if base in names else None
        kept.append([name, plain, ""] if plain else [name, digest, size])
    return hashlib.sha256(json.dumps(sorted(kept)).encode()).hexdigest()


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

texts = {}
for section, name in (("report", "install-report.json"), ("log", "pip.log")):
    path = os.path.join(own, name)
    if os.path.exists(path):
        with open(path, "rb") as stream:
            cut = max(0, os.path.getsize(path) - LOG_BYTES) if section == "log" else 0
            stream.seek(cut)
            texts[section] = stream.read().decode("utf-8", "replace")
            emit(section, text=texts[section], cutBytes=cut)

if reach != "none":
    # Beside the hashing of files, which needs only the first line.
    lists = subprocess.Popen(
        [interpreter, "-c", sys.argv[4], folder_of_pip()], bufsize=0, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    first = lists.stdout.readline()
    if first and interpreter.startswith("/tmp/"):
        root = json.loads(first.decode())
        files(root["prefix"], root["path"], texts.get("report"))
    output, errors = lists.communicate()
    sys.stdout.write(output.decode())
    if lists.returncode:
        sys.stderr.write(errors.decode("utf-8", "replace"))
    sys.exit(lists.returncode)
