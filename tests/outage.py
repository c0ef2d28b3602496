#!/usr/bin/env python3
"""usage: outage.py EVERY OUT COMMAND…

Runs the command, which writes below the folder OUT, again and again; each time one of its system calls fails: each
kind of call in turn, every EVERY-th of them. Then either it ends with 0 and the files of the run without a fault, or
with a message and no file. Prints a line for each run that did neither; needs strace."""
import hashlib
import os
import shutil
import subprocess
import sys

every, out, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
KINDS = [("read", "EIO"), ("mmap", "ENOMEM"), ("openat", "EMFILE"), ("openat", "EIO"), ("fstat,newfstatat", "EIO")]


def files():
    found = {}
    for folder, _, names in os.walk(out):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as f:
                found[os.path.relpath(path, out)] = hashlib.sha256(f.read()).hexdigest()
    return found


def run(options):
    shutil.rmtree(out, ignore_errors=True)
    os.mkdir(out)
    done = subprocess.run(["strace", "-f", "-qq", *options, *command], capture_output=True, text=True, timeout=120,
                          env=dict(os.environ, ASAN_OPTIONS="detect_leaks=0"))   # it cannot look while strace does
    return done.returncode, files(), done.stderr


def started(lines):
    """Calls before the program itself reads anything: what the loader does is the system's matter."""
    for i, line in enumerate(lines):
        if "/share/" in line or ".xml" in line:
            return i
    return len(lines)


status, whole, said = run(["-o", "/dev/null"])
if status or not whole:
    sys.exit(f"without a fault: {status}\n{said}")
tried = wrong = 0
for calls, error in KINDS:
    run(["-y", "-o", "calls.trace", "-e", "trace=" + calls])
    with open("calls.trace", encoding="utf-8", errors="replace") as f:
        lines = f.read().splitlines()
    for k in range(started(lines) + 1, len(lines) + 1, every):
        status, made, said = run(["-o", "/dev/null", "-e", "trace=" + calls,
                                  "-e", f"inject={calls}:error={error}:when={k}"])
        tried += 1
        if (status == 0 and made == whole) or (status in (1, 3) and not made and "]\n" in said):
            continue
        wrong += 1
        print(f"{calls} {error} {k}: status {status}, {sorted(made)}: {lines[k - 1][:160]}\n{said[:300]}")
print(f"{tried} tried")
sys.exit(wrong > 0 or not tried)
