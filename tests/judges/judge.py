#!/usr/bin/env python3
"""Findings of the judges from PyPI. usage: judge.py page|outloud PDF…
A line a finding: file, rule, message, with tabs between."""
import json, os, subprocess, sys, tempfile


def line(file, rule, message):
    print(file, rule, ' '.join(message.split()), sep='\t')


def page(files):
    import page as judge
    # the handbook has more messages in one level of bookmarks than its chains may usually be long
    limits = judge.SafetyLimits(max_reference_depth=4096)
    for file in files:
        for profile in judge.ValidationProfile.PDF_UA_1, judge.ValidationProfile.PDF_A_3A:
            for f in judge.validate_pdf(file, profile=profile, limits=limits).failures:
                line(file, f.rule_id, f.message)


def outloud(files):
    with tempfile.NamedTemporaryFile(suffix='.json') as out:
        program = os.path.join(os.path.dirname(sys.executable), 'outloud')
        done = subprocess.run([program, '--json', out.name, '--no-info', '-q', *files], capture_output=True, text=True)
        results = json.load(out)['results']
    if len(results) != len(files):
        sys.exit(f'outloud judged {len(results)} of {len(files)} files\n{done.stderr}')
    for r in results:
        if r['error']:
            line(r['path'], 'ERROR', r['error'])
        for f in r['findings']:
            line(r['path'], f['rule'], f"p. {f.get('page') or '-'}: {f['message']}: {f.get('evidence') or ''}")


{'page': page, 'outloud': outloud}[sys.argv[1]](sys.argv[2:])
