# Lists an environment with pip, as JSON lines on standard output; runs in that environment's interpreter. Both lists come from one
# process, because loading pip is most of what either of them costs.
# Argument: the folder with the pip of another interpreter; empty for the environment's own.
import contextlib
import io
import json
import re
import runpy
import sys
import sysconfig
from importlib.machinery import PathFinder

folder = sys.argv[1]


class OtherPip:
    """Finds the other interpreter's pip, and nothing of what lies beside it: that is not in this environment."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        return PathFinder.find_spec(name, [folder], target) if name == "pip" else None


def emit(section, **values):
    sys.stdout.write(json.dumps(dict(values, section=section), separators=(",", ":")) + "\n")
    sys.stdout.flush()


def pip_says(*arguments):
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    sys.argv = ["pip"] + list(arguments)
    with contextlib.redirect_stdout(output):
        try:
            runpy.run_module("pip", run_name="__main__", alter_sys=True)
            code = 0
        except SystemExit as end:
            code = end.code or 0
    output.flush()
    return output.buffer.getvalue().decode("utf-8", "replace"), code


emit("root", path=sysconfig.get_path("purelib"), prefix=sys.prefix)
if sys.path[0] == "":
    del sys.path[0]  # as pip does for itself: packages in the current folder are not installed
if folder:
    sys.meta_path.insert(0, OtherPip)

import pip  # noqa: E402

# Local: the pip of the image would list the image's packages too.
lists = ["freeze --all --local"]
if [int(part) for part in re.findall(r"\d+", pip.__version__)[:2]] >= [22, 2]:
    lists.append("inspect --local")
for words in lists:
    text, code = pip_says(*words.split())
    emit(words.split()[0], text=text, exitCode=code)
    if code:
        sys.exit(code)
