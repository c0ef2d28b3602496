#!/usr/bin/env python3
"""One HTML file: well-formed, accessible as far as rules can say, and its words those of --dump=vorlesen, in the same
order.
usage: html-pruefen.py HTML [VORLESEN]      Exit 0: fine; 1: what is wrong, one line each."""

import functools
import importlib.util
import os
import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "br", "wbr", "img", "path", "col"}
PARAGRAPH = {"p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
PHRASING = {"a", "abbr", "span", "sup", "code", "em", "strong", "br", "wbr", "b", "i", "del", "ins"}
LANG = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")
INLINE = PHRASING - {"br"}


class Node:
    def __init__(self, tag, attrs):
        self.tag, self.attrs, self.kids = tag, attrs, []

    def walk(self):
        yield self
        for k in self.kids:
            if isinstance(k, Node):
                yield from k.walk()

    def text(self):
        return "".join(k if isinstance(k, str) else k.text() for k in self.kids)


class Tree(HTMLParser):
    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.faults, self.root = [], Node("", {})
        self.open = [self.root]
        self.feed(data)
        self.close()
        if len(self.open) > 1:
            self.fault("nicht geschlossen: " + self.open[-1].tag)

    def fault(self, what):
        self.faults.append("Zeile %d: %s" % (self.getpos()[0], what))

    def handle_starttag(self, tag, attrs):
        names = [a for a, _ in attrs]
        if len(names) != len(set(names)):
            self.fault("<%s> hat ein Attribut doppelt" % tag)
        if any(n.tag in PARAGRAPH for n in self.open) and tag not in PHRASING:
            self.fault("<%s> in <%s>" % (tag, self.open[-1].tag))
        if tag == "a" and any(n.tag == "a" for n in self.open):
            self.fault("<a> in <a>")
        if tag in ("script", "link", "iframe", "object") or any(n.startswith("on") for n in names):
            self.fault("<%s> ist nicht erlaubt" % tag)
        node = Node(tag, dict(attrs))
        self.open[-1].kids.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if self.open[-1].tag != tag:
            self.fault("</%s> schließt <%s>" % (tag, self.open[-1].tag))
        else:
            self.open.pop()

    def handle_data(self, data):
        self.open[-1].kids.append(data)


def references(n, ids, faults):
    a = n.attrs
    targets = [a["href"][1:]] if a.get("href", "").startswith("#") else []
    for name in ("headers", "aria-labelledby", "aria-describedby"):
        targets += a.get(name, "").split()
    for t in targets:
        if t not in ids:
            faults.append("<%s> zeigt auf „%s“, das es nicht gibt" % (n.tag, t))
    for name in ("src", "href"):
        if name in a and not re.match(r"#|data:image/(png|jpeg);base64,|https?:|mailto:|tel:", a[name]):
            faults.append("%s=%s ist keine Adresse dieser Datei" % (name, a[name][:40]))
    if n.tag == "img" and not a.get("src", "").startswith("data:"):
        faults.append("ein Bild liegt außerhalb")


def element(n, faults):
    a = n.attrs
    if n.tag == "th" and a.get("scope") not in ("row", "col", "rowgroup", "colgroup"):
        faults.append("<th> ohne scope: " + n.text()[:40])
    if n.tag == "th" and not n.text().strip():
        faults.append("leerer <th>")
    if n.tag == "img" and "alt" not in a:
        faults.append("<img> ohne alt")
    if (
        n.tag == "svg"
        and a.get("aria-hidden") != "true"
        and (a.get("role") != "img" or not any(k.tag == "title" and k.text().strip() for k in n.walk()))
    ):
        faults.append("<svg> ohne role und title")
    if n.tag == "a" and not (n.text().strip() or a.get("aria-label")):
        faults.append("Link ohne Text: " + a.get("href", ""))
    if n.tag == "abbr" and not a.get("title"):
        faults.append("<abbr> ohne title")
    if "lang" in a and not LANG.match(a["lang"]):
        faults.append("lang=" + a["lang"])
    if n.tag in ("ul", "ol") and any(
        isinstance(k, Node) and k.tag != "li" or isinstance(k, str) and k.strip() for k in n.kids
    ):
        faults.append("in <%s> steht anderes als <li>: %s" % (n.tag, n.text()[:40]))
    if n.tag in ("section", "div", "main") and any(isinstance(k, Node) and k.tag == "li" for k in n.kids):
        faults.append("<li> ohne Liste")


def rows(table, faults):
    """Every row as wide as the table, spans counted."""
    width, busy = None, {}
    for r in (
        n
        for part in table.kids
        if isinstance(part, Node) and part.tag in ("thead", "tbody")
        for n in part.kids
        if isinstance(n, Node)
    ):
        at = 0
        for c in (k for k in r.kids if isinstance(k, Node)):
            while busy.get(at, 0):
                at += 1
            for i in range(at, at + int(c.attrs.get("colspan", 1))):
                busy[i] = int(c.attrs.get("rowspan", 1))
            at += int(c.attrs.get("colspan", 1))
        here = sum(1 for v in busy.values() if v)
        if width not in (None, here):
            faults.append("Tabelle mit %d und %d Spalten: %s" % (width, here, r.text()[:60].strip()))
        width = here
        busy = {i: n - 1 for i, n in busy.items() if n > 1}


def rules(root):
    faults, nodes = [], list(root.walk())
    ids = [n.attrs["id"] for n in nodes if "id" in n.attrs]
    for i in sorted({i for i in ids if ids.count(i) > 1} if len(ids) != len(set(ids)) else []):
        faults.append("id „%s“ gibt es mehrfach" % i)
    known, level = set(ids), 0
    for n in nodes:
        references(n, known, faults)
        element(n, faults)
        if n.tag == "table":
            rows(n, faults)
        if re.fullmatch("h[1-6]", n.tag):
            here = int(n.tag[1])
            if here > level + 1:
                faults.append("<%s> nach Ebene %d: %s" % (n.tag, level, n.text()))
            if not n.text().strip():
                faults.append("leere Überschrift")
            level = here
    count = {t: sum(n.tag == t for n in nodes) for t in ("html", "head", "title", "main", "body")}
    faults += ["%d <%s>" % (c, t) for t, c in count.items() if c != 1 and not (t == "title" and c)]
    if not any(n.tag == "html" and n.attrs.get("lang") for n in nodes):
        faults.append("<html> ohne lang")
    if not any(n.tag == "h1" for n in nodes):
        faults.append("keine <h1>")
    labels = [n.attrs.get("aria-label") for n in nodes if n.tag == "nav"]
    if None in labels or len(labels) != len(set(labels)):
        faults.append("<nav> ohne eigenen Namen")
    return faults


# ---- words ----


def cells(row):
    return [k for k in row.kids if isinstance(k, Node)]


class Words:
    def __init__(self, root):
        self.ids = {n.attrs["id"]: n for n in root.walk() if "id" in n.attrs}
        self.out, self.imprint = [], None

    def note(self, a):
        self.out.append(" " + a.text() + " ")
        note = self.ids.get(a.attrs["href"][1:])
        part = Words.__new__(Words)
        part.ids, part.out = self.ids, []
        part.kids(note)
        s = "".join(part.out).strip()
        self.out.append(" " + re.sub(r"^%s\s+" % re.escape(a.text()), "", s) + " ")

    def kids(self, n):
        for k in n.kids:
            if isinstance(k, str):
                self.out.append(k)
            else:
                self.node(k)

    def bare(self, n):
        return "".join(
            (
                k
                if isinstance(k, str)
                else (
                    " "
                    if k.tag == "sup" and any(x.attrs.get("role") == "doc-noteref" for x in k.walk())
                    else self.bare(k) if k.tag in INLINE else " " + self.bare(k) + " "
                )
            )
            for k in n.kids
        )

    def node(self, n):
        role = n.attrs.get("role")
        attrs = n.attrs
        if n.tag in ("svg", "head", "style") or role in ("doc-endnotes", "doc-backlink"):
            self.out.append(" ")
        elif attrs.get("class") in ("sprung", "rollt") or "data-entwurf" in attrs or "data-statt" in attrs:
            self.out.append(" ")
        elif "data-impressum" in attrs:  # stands last on a screen
            self.imprint = Words(n)
            self.imprint.ids = self.ids
            self.imprint.kids(n)
        elif n.attrs.get("class") == "stelle":
            pass
        elif role == "doc-noteref":
            self.note(n)
        elif n.tag == "table":
            self.table(n)
        elif n.tag in INLINE:
            self.kids(n)
        elif n.tag == "br":
            self.out.append(" ")
        else:
            self.out.append(" ")
            self.kids(n)
            self.out.append(" ")

    def table(self, n):
        column, busy, self.below = {}, {}, 0
        self.heads = any(c.attrs.get("scope") == "row" for r in n.walk() if r.tag == "tr" for c in cells(r)[:1])
        for k in n.kids:
            if isinstance(k, Node) and k.tag == "caption":
                self.kids(k)
                self.out.append(" ")
        for part in (k for k in n.kids if isinstance(k, Node) and k.tag in ("thead", "tbody")):
            for row in cells(part):
                self.row(cells(row), part.tag == "thead", column, busy)
                for i in list(busy):
                    busy[i] -= busy[i] > 0

    def row(self, all_cells, heading, column, busy):
        heading = heading or all(c.tag == "th" and c.attrs.get("scope") != "row" for c in all_cells)
        head = self.head if self.below else next((c for c in all_cells if c.attrs.get("scope") == "row"), None)
        if self.below:
            self.below -= 1
        elif head is not None:
            self.head, self.below = head, int(head.attrs.get("rowspan", 1)) - 1
        alone, at = head in all_cells and len(all_cells) == 1, 0
        for c in all_cells:
            while busy.get(at, 0):
                at += 1
            span = int(c.attrs.get("colspan", 1))
            for i in range(at, at + span):
                busy[i] = int(c.attrs.get("rowspan", 1))
            if heading:
                self.out.append(" " + self.bare(c) + " ")
                for i in range(at, at + span if len(all_cells) > 1 else at):
                    column.setdefault(i, []).append(c)
            elif c is not head or alone:
                if head and not alone:
                    self.out.append(" " + self.bare(head) + " ")
                for above in column.get(at, []) if not alone else []:
                    self.out.append(" " + self.bare(above) + " ")
                if any(isinstance(k, Node) for k in c.kids):
                    outer = self.heads, self.below, getattr(self, "head", None)
                    self.kids(c)
                    self.heads, self.below, self.head = outer
                elif c is not all_cells[0] or not self.heads:  # a row header without words is not told
                    self.out.append(" leer ")
                self.out.append(" ")
            at += span


@functools.cache
def vergleich():
    spec = importlib.util.spec_from_file_location(
        "vergleich", os.path.join(os.path.dirname(os.path.abspath(__file__)), "vorlesen-vergleich.py")
    )
    v = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(v)
    return v


def compared(root, path):
    """What of the page's words is not as --dump=vorlesen has them; "": nothing."""
    v = vergleich()
    s = v.spoken(path)
    # pages of the table of contents; not where a heading ends so
    with open(path, encoding="utf-8") as f:
        ends = set(re.findall(r"^ *Überschrift [0-9]+: (.*[ \u00a0]…)$", f.read(), flags=re.M))
    s = re.sub(r"^(.*)[ \u00a0]…$", lambda m: m[0] if m[0] in ends else m[1], s, flags=re.M)
    s = re.sub(r"(, )?Seite[ \u00a0]…", "", s)  # in its place HTML has the heading, class "stelle"
    w = Words(root)
    w.kids(root)
    imprint = v.words("".join(w.imprint.out)) if w.imprint else []
    told = v.without(v.words(s), imprint)
    if told is None:
        return "das Impressum hat andere Worte"
    return v.difference(told, v.words("".join(w.out)), "vorlesen", "HTML")


def main():
    tree = Tree(open(sys.argv[1], encoding="utf-8").read())
    faults = tree.faults or rules(tree.root)
    if len(sys.argv) > 2 and not faults:
        fault = compared(tree.root, sys.argv[2])
        faults += [fault] if fault else []
    for f in faults[:20]:
        print(f)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
