#!/usr/bin/env python3
"""Every word of the <absatz> of a source, included files too, stands in the .docx or .odt: absaetze.py SOURCE FILE."""
import collections
import glob
import os
import re
import sys
import xml.etree.ElementTree as ET
import zipfile



def text_of(e):
    """With a blank for tabs, line ends and blanks that are elements."""
    out = [' ' if re.search(r'\}(br|tab|s|line-break)$', e.tag) else '', e.text or '']
    for c in e:
        out += [text_of(c), c.tail or '']
    return ''.join(out)


source, file = sys.argv[1:]
have = collections.Counter()
with zipfile.ZipFile(file) as z:
    for part in ('word/document.xml', 'word/footnotes.xml', 'content.xml'):
        if part in z.namelist():
            for e in ET.fromstring(z.read(part)).iter():
                if e.tag.endswith(('}p', '}h')):
                    have.update(re.findall(r'\w+', text_of(e).replace('\u00ad', '')))
missing = collections.Counter()
for f in glob.glob(os.path.join(source, '*.xml')) if os.path.isdir(source) else [source]:
    for e in ET.parse(f).getroot().iter('{urn:ratssatz:1}absatz'):
        for text in e.itertext():
            missing.update(re.findall(r'\w+', text.replace('\u00ad', '')))
missing -= have
print(dict(missing))
sys.exit(len(missing) > 0)
