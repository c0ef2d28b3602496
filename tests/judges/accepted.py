#!/usr/bin/env python3
"""Findings that nobody has answered, a line each. usage: accepted.py TABLE JUDGE <FINDINGS
Exit status 1: there are some. TABLE: judge, rule, pattern for the file's name, pattern for the message, reason; with
tabs, # begins a comment. A row that answers nothing is told too: what it spoke of is gone."""
import collections, os, re, sys


def rows(path, judge):
    for n, text in enumerate(open(path, encoding='utf-8'), 1):
        if text.strip() and not text.startswith('#'):
            who, rule, file, message, reason = text.rstrip('\n').split('\t')
            if who == judge and reason:
                yield n, rule, re.compile(file), re.compile(message)


def main(table, judge):
    known, used, open_ = list(rows(table, judge)), set(), collections.Counter()
    for text in sys.stdin:
        file, rule, message = text.rstrip('\n').split('\t', 2)
        name = os.path.basename(file)
        answers = [n for n, r, f, m in known if r == rule and f.search(name) and m.search(message)]
        used.update(answers)
        if not answers:
            open_[f'{name}: {rule}: {message[:200]}'] += 1
    for text, n in open_.items():
        print(text + (f' ({n} times)' if n > 1 else ''))
    stale = [n for n, *_ in known if n not in used]
    for n in stale:
        print(f'{os.path.basename(table)}:{n}: answers no finding of {judge} any more')
    sys.exit(bool(open_ or stale))


main(sys.argv[1], sys.argv[2])
