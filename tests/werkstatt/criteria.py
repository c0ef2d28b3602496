"""usage: criteria.py: the list of WCAG 2.2 beside this (wcag.txt) has each criterion once, and each proof is there."""
import os
import re

from desk import verdict

HERE = os.path.dirname(os.path.abspath(__file__))
A = ('1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 '
     '2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2').split()
AA = ('1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 '
      '3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3').split()


def text(name):
    with open(os.path.join(HERE, name), encoding='utf-8') as f:
        return f.read()


rows = [line.split('\t') for line in text('wcag.txt').splitlines() if not line.startswith('#')]
verdict('each criterion once', sorted(r[0] for r in rows) == sorted(A + AA),
        sorted(set(A + AA) ^ {r[0] for r in rows}))
verdict('with its level', all(r[1] == ('A' if r[0] in A else 'AA') for r in rows))
for criterion, _, how, proofs in rows:
    for proof in proofs.split(' + '):
        name, _, words = proof.partition(': ')
        there = proof in ('axe', 'none') or (re.fullmatch(r'\w+\.py', name) and words and words in text(name))
        verdict('%s: %s' % (criterion, proof), how and there)
