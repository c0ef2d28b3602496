"""Words of an original text against the source that was made of it: nothing is lost, nothing stands twice.

usage: words.py ORIGINAL.txt FOLDER    (prints what differs; exit 1)
Counted without the program: lines joined, divided words made whole, markup dropped; in the source all text but what the
account calls ours, besides the words of attributes and those a rule dropped, as uebernahme.json lists them.
"""
import collections
import glob
import json
import re
import sys
import xml.etree.ElementTree as ET

NS = "{urn:ratssatz:1}"


def words(text):
    return re.findall(r"[^\W_]+", text.replace("\u00ad", ""))


def original(path):
    text = open(path, encoding="utf-8").read()
    text = re.sub(r"(\w)-\s*\n\s*(?!(?:und|oder)\b)([a-zäöüß])", r"\1\2", text)
    text = re.sub(r"\]\([^)]*\)", "]", re.sub(r"<[^>]*>", " ", text))
    text = re.sub(r"([a-zäöüß.,“])(\d)(?=[ \n])", r"\1 \2", text)      # marks of notes hang on words
    return words(text)


def blocks(e, out, text):
    """The text of a block at once: words may go over inline elements."""
    text.append(e.text or "")
    for c in e:
        tag = c.tag.replace(NS, "") if isinstance(c.tag, str) else ""
        if tag in ("stark", "betont", "code", "extern"):
            blocks(c, out, text)
        else:
            own = []
            if tag not in ("abweichung", "laut"):
                blocks(c, out, own)
            out.extend(words("".join(own)))
            text.append(" ")
        text.append(c.tail or "")


def source(folder):
    out = []
    for f in glob.glob(folder + "/**/*.xml", recursive=True):
        text = []
        blocks(ET.parse(f).getroot(), out, text)
        out.extend(words("".join(text)))
    account = json.load(open(folder + "/uebernahme.json", encoding="utf-8"))
    for a in account["attribute"]:
        out.extend(words(a["original"]))
    for d in account["weggelassen"]:
        out.extend(words(d["text"]))
    w = account["woerter"]
    if w["herein"] != w["uebernommen"] + w["weggelassen"] + w["nicht-zugeordnet"]:
        print("the account does not add up:", w)
        sys.exit(1)
    return out, w["herein"]


want = original(sys.argv[1])
have, told = source(sys.argv[2])
lost = collections.Counter(want) - collections.Counter(have)
if lost:
    print("lost:", " ".join(sorted(lost.elements())))
if told != len(want):
    print("words in the original:", len(want), "told:", told)
sys.exit(bool(lost) or told != len(want))
