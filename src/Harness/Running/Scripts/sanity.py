# Runs first in every sandbox: makes the folders that later steps write to, and says what this Python is.
# Arguments: Harness's own folder, then what later steps must be able to read.
import json
import os
import platform
import sys

for folder in (os.environ["HOME"], sys.argv[1]):
    os.makedirs(folder, exist_ok=True)

try:
    from importlib.metadata import version

    pip = version("pip")
except Exception:  # no importlib.metadata before 3.8, or no pip
    pip = None

try:
    from importlib.util import find_spec

    # What "pip --python" starts in the other interpreter; since 22.3.
    runner = os.path.join(os.path.dirname(find_spec("pip").origin), "__pip-runner__.py")
except AttributeError:  # no pip
    runner = ""
unreadable = [path for path in sys.argv[2:] if not os.access(path, os.R_OK | (os.X_OK if os.path.isdir(path) else 0))]

libc = " ".join(part for part in platform.libc_ver() if part) or None
json.dump(
    {
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "executable": sys.executable,
        "pip": pip,
        "pipRunner": runner if os.path.exists(runner) else None,
        "machine": platform.machine(),
        "libc": libc,
        "path": os.environ.get("PATH"),
        "kernel": platform.release(),
        "unreadable": unreadable,
    },
    sys.stdout,
    indent=2,
)
print()
