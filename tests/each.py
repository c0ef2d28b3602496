#!/usr/bin/env python3
"""One of the programs here on many inputs in one process, since starting takes longer than most checks.
usage: each.py PROGRAM.py <LIST     A line of LIST: what is checked, then the arguments, tabs between them; "<FILE" is
what it reads. Prints for `verdicts` of lib.sh a line each: "pass" or "fail", a tab, what it was and what was said."""
import contextlib
import importlib.util
import io
import os
import sys

sys.dont_write_bytecode = True


def program(path):
    spec = importlib.util.spec_from_file_location("program", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(main, path, arguments):
    """(exit status, what was said)"""
    sys.argv = [path] + [a for a in arguments if a[:1] != "<"]
    said = io.StringIO()
    with contextlib.ExitStack() as around:
        around.enter_context(contextlib.redirect_stdout(said))
        try:
            for a in arguments:
                if a[:1] == "<":
                    sys.stdin = around.enter_context(open(a[1:], encoding="utf-8"))
            status = main()
        except SystemExit as e:
            status = e.code
        except Exception as e:                     # of one input; the next is tried
            status = 1
            print(type(e).__name__, e)
    return status, said.getvalue()


def main():
    path, lines = sys.argv[1], sys.stdin.read().splitlines()
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    judge = program(path).main
    for line in lines:
        what, *arguments = line.split("\t")
        status, said = run(judge, path, arguments)
        print("fail\t%s: %s" % (what, " | ".join(said.splitlines())[:1500]) if status else "pass\t" + what)


if __name__ == "__main__":
    main()
