#!/usr/bin/env python3
"""Fills in the first Massnahme of a sheet (HTML) in Chromium and presses its button.
usage: there.py SHEET.html ANSWER.csv"""
import html
import re
import shutil
import subprocess
import sys

FILL = """<script>URL.createObjectURL = b => { b.text().then(t => { const p = document.createElement('pre');
p.id = 'answer'; p.textContent = t; document.body.append(p); }); return '#'; };
const f = document.querySelector('fieldset[data-art=massnahme]');
for (const [name, value] of [['status', 'geaendert'], ['grund', 'Es wird „teurer“; "viel" & mehr'],
['kosten-neu', '9.500,50 €'], ['anmerkung', 'Danke\\nund Gruß']]) f.querySelector(`[name=${name}]`).value = value;
document.getElementById('sichern').click();</script></body>"""
sheet, answer = sys.argv[1:]
with open(sheet, encoding='utf-8') as f, open('seite.html', 'w', encoding='utf-8') as page:
    page.write(f.read().replace('</body>', FILL))
browser = next(b for b in map(shutil.which, ('chromium', 'chromium-browser', 'google-chrome')) if b)
dom = subprocess.run([browser, '--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=3000',
                      '--dump-dom', 'seite.html'], capture_output=True, text=True, timeout=240).stdout
with open(answer, 'w', encoding='utf-8', newline='') as f:
    f.write(html.unescape(re.search('<pre id="answer">(.*?)</pre>', dom, re.S)[1]))
