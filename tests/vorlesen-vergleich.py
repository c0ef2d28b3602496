#!/usr/bin/env python3
"""Do the words a PDF's structure tree gives agree with --dump=vorlesen? Both are read, in order, with table headers
before each cell;
roles, alt texts and page references are left out. usage: vorlesen-vergleich.py STRUCT VORLESEN
STRUCT: what pdfinfo -struct-text prints. Exit 0: the same words; 1: the first place where they differ is shown."""

import re
import sys

LANGUAGES = (
    "deutsch|englisch|amharisch|tigrinisch|hebräisch|jiddisch|"
    "französisch|arabisch|türkisch|russisch|ukrainisch|polnisch|niederländisch|"
    "italienisch|spanisch|lateinisch|"
    "kurdisch|persisch|rumänisch|bulgarisch|serbisch|griechisch"
)
GLUED = {"Span", "Link", "Reference", "Quote", "Code", "BibEntry"}
PAGE = re.compile(r"\w+")


class Node:
    def __init__(self, role):
        self.role, self.kids, self.attributes = role, [], {}


def tree_of(path):
    """Elements as Node, words as str, by indentation."""
    root = Node("Root")
    stack = [(-1, root)]
    for line in open(path, encoding="utf-8"):
        body = line.lstrip(" ").rstrip("\n")
        depth = len(line) - len(line.lstrip(" "))
        if not body or body.startswith("Object "):
            continue
        while stack[-1][0] >= depth:
            stack.pop()
        top = stack[-1][1]
        if body.startswith('"') and body.endswith('"') and len(body) > 1:
            top.kids.append(body[1:-1])
        elif body.startswith("/"):
            name, _, value = body[1:].partition(" ")
            top.attributes[name] = value.strip().lstrip("/")
        else:
            node = Node(re.match(r"\w+", body).group())
            top.kids.append(node)
            stack.append((depth, node))
    return root


def text(node, out):
    """Text of one element; elements within a line are not kept apart, others are."""
    for at, kid in enumerate(node.kids):
        if isinstance(kid, str):
            out.append(kid)
        elif kid.role == "Figure":
            out.append(" ")
        elif kid.role == "Table":
            table(kid, out)
        elif kid.role == "Index":
            text(without_pages(kid), out)
        elif kid.role in GLUED:
            note = next((k for k in node.kids[at + 1 : at + 2] if not isinstance(k, str) and k.role == "Note"), None)
            out.append(" " if note else "")
            text(kid, out)
        elif kid.role == "Note":
            out.append(" ")
            for part in kid.kids:
                if isinstance(part, str) or part.role != "Lbl":
                    out.append(" ")
                    text_of_any(part, out)
            out.append(" ")
        elif kid.role == "Lbl" or kid.role == "LBody":
            text(kid, out)
        elif kid.role == "TOCI":
            out.append(" " + re.sub(r"\s+[0-9ivxlcdm]+\s*$", " …", flat(kid)) + " ")
        else:
            out.append(" ")
            text(kid, out)
            out.append(" ")


def without_pages(node):
    """An index without its page references."""
    copy = Node(node.role if node.role != "Index" else "Div")
    copy.attributes = node.attributes
    copy.kids = [
        k if isinstance(k, str) else without_pages(k)
        for k in node.kids
        if (k.strip(" ,") if isinstance(k, str) else k.role != "Reference")
    ]
    return copy


def text_of_any(part, out):
    if isinstance(part, str):
        out.append(part)
    else:
        text(part, out)


def flat(node):
    out = []
    text(node, out)
    return "".join(out)


def without_notes(node):
    copy = Node(node.role)
    copy.attributes = node.attributes
    for at, kid in enumerate(node.kids):
        follows = node.kids[at + 1] if at + 1 < len(node.kids) else None
        mark = not isinstance(follows, (str, type(None))) and follows.role == "Note"
        if isinstance(kid, str):
            copy.kids.append(kid)
        elif kid.role != "Note" and not (mark and kid.role in GLUED):
            copy.kids.append(without_notes(kid))
    return copy


def rows_of(node):
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role == "TR":
            yield kid
        elif isinstance(kid, Node) and kid.role in ("THead", "TBody"):
            yield from rows_of(kid)


def table(node, out):
    column, busy, above_head, below = {}, {}, None, 0
    out.append(" ")
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role == "Caption":
            text(kid, out)
            out.append(" ")
    for row in rows_of(node):
        cells = [c for c in row.kids if isinstance(c, Node)]
        heading = all(c.role == "TH" and c.attributes.get("Scope") != "Row" for c in cells)
        head = (
            above_head
            if below
            else next((c for c in cells if c.role == "TH" and c.attributes.get("Scope") == "Row"), None)
        )
        if below:
            below -= 1
        elif head is not None:
            above_head, below = head, int(head.attributes.get("RowSpan", 1)) - 1
        alone = head in cells and len(cells) == 1
        at = 0
        for c in cells:
            while busy.get(at, 0):
                at += 1
            span, down = (int(c.attributes.get(k, 1)) for k in ("ColSpan", "RowSpan"))
            for i in range(at, at + span):
                busy[i] = down
            if heading:
                out.append(" " + flat(without_notes(c)) + " ")
                for i in range(at, at + span if len(cells) > 1 else at):
                    column[i] = c
            elif c is not head or alone:
                above = column.get(at)
                content = flat(c)
                out.append(" " + flat(without_notes(head)) + " " if head and not alone else " ")
                out.append(flat(without_notes(above)) + " " if above and not alone else " ")
                out.append(content if c.kids else "leer")
                out.append(" ")
            at += span
        busy = {i: n - 1 for i, n in busy.items() if n > 1}


def spoken(path):
    """The dump without what it says of roles."""
    kept = []
    for line in open(path, encoding="utf-8"):
        line = line.strip("\n").strip(" ")
        if not line or line.startswith(("Dokument: ", "=== ")) or line in ("Bildunterschrift:", "Zitat:"):
            continue
        for lang in (1, 2):
            line = re.sub(r"^\[(%s)\] " % LANGUAGES, "", line)
        line = re.sub(r"( \[Verweis\] …,?)+$", "", line)  # an index
        if line.startswith("Spalten: "):
            line = line.replace(" | ", " ")
        line = re.sub(r"^(Überschrift [0-9]+|Eintrag|Spalten|Gruppe): ", "", line)
        line = re.sub(r"(^|: )Bild: .*$", r"\1", line)
        line = re.sub(r"(^|: )Tabelle, \d+ Zeilen?, \d+ Spalten?(: |$)", r"\1", line)
        line = re.sub(r"(^|: )Liste, \d+ Eintr(ag|äge)$", r"\1", line)
        line = re.sub(r"(^|: )(Bildunterschrift|Zitat):$", r"\1", line)
        line = line.replace(", Seite …", " …", 1) if line.endswith(", Seite …") else line
        kept.append(line)
    s = "\n".join(kept)
    s = re.sub(r" ?\[Abkürzung: [^]]*\]", "", s)
    s = re.sub(r"\[(Verweis|Link)\] ", "", s)
    s = re.sub(r"\[(%s)\] | \[Ende\]" % LANGUAGES, "", s)
    s = re.sub(r"\[noch offen: [^]]*\]", "____", s)  # ActualText, which pdfinfo does not print
    while True:
        shorter = re.sub(r"\[Fußnote ([^:\]]*): ([^\[\]]*)\]", r" \1 \2 ", s)
        if shorter == s:
            break
        s = shorter
    return s


def words(s):
    s = re.sub(r"__+", "____", s.replace("\u00ad", "").replace("\u200b", ""))
    return [w for w in (w.strip(":,") for w in re.split(r"[ \n\t\u00a0]+", s)) if w]


def same(told, shown):
    if told == shown:
        return True
    return "…" in told and re.fullmatch(re.escape(told).replace("…", r"\w+"), shown) is not None


def without(words, part):
    """The words without a part of them that stands elsewhere; None: it is not there in one piece."""
    for i in range(len(words) - len(part) + 1):
        if words[i : i + len(part)] == part:
            return words[:i] + words[i + len(part) :]
    return None


def difference(one, other, is_one, is_other, alike=lambda a, b: a == b):
    """The first place where two lists of words differ, shown; "": they are the same."""
    for i in range(max(len(one), len(other))):
        if i >= min(len(one), len(other)) or not alike(one[i], other[i]):
            near = slice(max(0, i - 4), i + 6)
            return "Wort %d von %d/%d: %s „%s“, %s „%s“" % (
                i + 1,
                len(one),
                len(other),
                is_one,
                " ".join(one[near]),
                is_other,
                " ".join(other[near]),
            )
    return ""


def main():
    shown, told = words(flat(tree_of(sys.argv[1]))), words(spoken(sys.argv[2]))
    fault = difference(told, shown, "vorlesen", "PDF", same)
    print(fault or "%d Wörter gleich" % len(told))
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())
