#!/usr/bin/env bash
# What a careful person does today to be sure of an installation: a hardened container, a virtual environment, the install, the
# list of what came, the tests; then all of it again, and a comparison. Same image, flags, limits and tests as the quick start.
set -euo pipefail
image=$1 suite=$2 output=$3

once() {
  docker run --rm --init --network none --ipc private --read-only --cap-drop ALL --security-opt no-new-privileges \
    --tmpfs /tmp:rw,exec,nosuid,nodev,size=134217728,nr_inodes=200000,mode=1777 --shm-size 64m \
    --memory 256m --memory-swap 256m --pids-limit 64 --ulimit nofile=4096:4096 --ulimit core=0 --oom-score-adj 800 \
    --log-driver json-file --log-opt max-size=1m --log-opt max-file=1 --user 1000:1000 --workdir /workspace \
    --mount "type=bind,source=$suite,target=/workspace,readonly" --mount "type=bind,source=$suite/wheels,target=/wheels,readonly" \
    --env HOME=/tmp/home --env TMPDIR=/tmp --env LANG=C.UTF-8 --env LC_ALL=C.UTF-8 --env TZ=UTC --env SOURCE_DATE_EPOCH=315532800 \
    --env PYTHONHASHSEED=0 --env PYTHONUNBUFFERED=1 --env PYTHONFAULTHANDLER=1 --env PIP_NO_CACHE_DIR=1 --env PIP_NO_INPUT=1 \
    --env PIP_NO_COLOR=1 --env PIP_PROGRESS_BAR=off --env PIP_DISABLE_PIP_VERSION_CHECK=1 --env PIP_ROOT_USER_ACTION=ignore \
    "$image" sh -ec '
      python3 --version >&2
      python3 -m venv --without-pip /tmp/venv
      python3 -m pip --python /tmp/venv/bin/python --log /tmp/pip.log install --report /tmp/report.json \
        -r requirements.txt -c constraints.txt --only-binary=:all: --no-index --find-links /wheels >&2
      python3 -m pip --python /tmp/venv/bin/python freeze --all
      export PATH="/tmp/venv/bin:$PATH" VIRTUAL_ENV=/tmp/venv
      python -c "import greeter, wordlist"
      python -m unittest discover -s tests -v 2>&1 | grep "Ran 3 tests" >&2
      greeter-cli Ada | grep "^Hello, Ada!$" >&2
    ' >"$output/freeze-$1.txt" 2>"$output/log-$1.txt"
}

once 1
once 2
diff "$output/freeze-1.txt" "$output/freeze-2.txt"
