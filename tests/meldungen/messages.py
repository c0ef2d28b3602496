#!/usr/bin/env python3
"""Which messages of the program stand in no expected file of a suite: one line each; none: exit status 0.

usage: tests/meldungen/messages.py PROGRAM

A message is a text in src/ that says what is expected or what to do, or that is handed on with a code. It is shown when
a line of some tests/**/*.err has it whole. What no command provokes in a test stands, word for word as in the source,
in not-run.txt, below the reason; a line there that is not needed is a fault, too. Each code must be shown so, or be
asserted in a unit test, or stand there as [CODE]."""
import glob
import os
import re
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LIST = 'tests/meldungen/not-run.txt'
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|\w+|[^\s\w]', re.S)
CODE = re.compile(r'"[A-ZÄÖÜ][A-ZÄÖÜ0-9-]+"')
DIRECTIVE = re.compile(r'%[-+ 0#]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t)?[diouxXcsgfp]|%\d')
ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\', 'e': '\033', '1': '\1'}


def plain(literal):
    """What a literal of C means."""
    def escape(m):
        return chr(int(m[1], 16)) if m[1] else ESCAPES.get(m[2], m[2])
    return re.sub(r'\\(?:[uUx]([0-9A-Fa-f]+)|(.))', escape, literal[1:-1])


# A row of a table of codes; the handbook has its words, compared by another suite.
ROW = re.compile(r'\{"[A-ZÄÖÜ][A-ZÄÖÜ0-9-]+",\s*DIAG_[A-Z]+,(?:[^"{}]|"(?:\\.|[^"\\])*")*\}')


def messages(path):
    """Line and text of each message of a file; texts in pieces are joined, a PRId64 between them is a directive."""
    text = ROW.sub(lambda m: '\n' * m[0].count('\n'), open(path, encoding='utf-8').read())
    tokens = [m for m in TOKEN.finditer(text) if m[0][:2] not in ('//', '/*')]
    coded = [False]                                # per open bracket: was a code or a rule named in it?
    at = 0
    while at < len(tokens):
        token = tokens[at][0]
        at += 1
        if token in '([{':
            coded.append(False)
        elif token in ')]}':
            coded = coded[:-1] or [False]
        elif CODE.fullmatch(token) or token.startswith('RULE_'):
            coded[-1] = True
        elif token[0] == '"':
            line = text.count('\n', 0, tokens[at - 1].start()) + 1
            whole = plain(token)
            while at < len(tokens) and (tokens[at][0][0] == '"' or tokens[at][0].startswith('PRI')):
                whole += plain(tokens[at][0]) if tokens[at][0][0] == '"' else 'd'
                at += 1
            if ' ' in whole and (coded[-1] or re.search(r'\bbitte\b|\berwartet\b', whole)):
                yield line, whole.strip('\n')


def shown(message, expected):
    """Is it in one line of what is expected? Looked for where its longest part stands: all else is too slow."""
    parts = [p.replace('\0', '%') for p in DIRECTIVE.split(message.replace('%%', '\0'))]
    whole = re.compile('.*?'.join(map(re.escape, parts)))
    if '\n' in message:
        return whole.search(expected)
    longest = max(parts, key=len)
    at = expected.find(longest)
    while at >= 0:
        begin, end = expected.rfind('\n', 0, at) + 1, expected.find('\n', at)
        if whole.search(expected, begin, end):
            return True
        at = expected.find(longest, end + 1)
    return False


def not_run():
    """What no command provokes in a test, and its line in the list."""
    with open(os.path.join(TOP, LIST), encoding='utf-8') as f:
        return {line.rstrip('\n'): number for number, line in enumerate(f, 1) if line.strip() and line[0] != '#'}


def main(program):
    os.chdir(TOP)
    files = sorted(glob.glob('tests/**/*.err', recursive=True))
    expected = ''.join(open(f, encoding='utf-8').read() for f in files) + '\n'
    tried = ''.join(open(f, encoding='utf-8').read() for f in sorted(glob.glob('tests/unit/*.c')))
    listed, faults, needed = not_run(), [], set()
    for path in sorted(glob.glob('src/*/*.c')):
        for line, message in () if path.endswith('/codes.c') else messages(path):
            if shown(message, expected):
                continue
            key = message.replace('\n', '\\n')
            needed.add(key)
            if key not in listed:
                faults.append(f'{path}:{line}: no expected file has: {key}')
    reference = subprocess.run([program, 'referenz', 'meldungen'], stdout=subprocess.PIPE, check=True, text=True).stdout
    codes = re.findall(r'<zwischentitel><code>([^<]+)</code>', reference)
    if len(codes) < 100:
        faults.append('referenz meldungen: no codes')
    for code in codes:
        if f'[{code}]' not in expected and f'"{code}"' not in tried:
            needed.add(f'[{code}]')
            if f'[{code}]' not in listed:
                faults.append(f'{code}: no expected file has this code, no unit test asserts it')
    faults += [f'{LIST}:{n}: not needed: {key}' for key, n in listed.items() if key not in needed]
    print('\n'.join(faults))
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
