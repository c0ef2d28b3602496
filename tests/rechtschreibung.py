#!/usr/bin/env python3
"""A plain text as a document of one chapter, words broken at line ends joined. usage: rechtschreibung.py TEXT TOWN"""

import re
import sys
from xml.sax.saxutils import escape

text = open(sys.argv[1], encoding="utf8").read().replace("\u00ad", "")
text = re.sub(r"<[^>]*>", " ", text)
text = re.sub(r"(\w)-\s*\n+\s*([a-zäöüß])", r"\1\2", text)
paragraphs = re.split(r"\n\s*\n\s*\n|\n(?=\s*[•\-–] )", text)
print(
    f'<konzept xmlns="urn:ratssatz:1" ort="{sys.argv[2]}" edition="1" xml:lang="de">'
    '<angaben><titel>Probe</titel><stand datum="2018-01"/><herausgeber stelle="stadt"/></angaben><kapitel id="k">'
    '<titel>Probe</titel>'
)
for p in paragraphs:
    p = "".join(c for c in re.sub(r"\s+", " ", p).strip() if c >= " ")
    if p:
        print(f"<absatz>{escape(p)}</absatz>")
print("</kapitel></konzept>")
