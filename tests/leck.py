#!/usr/bin/env python3
"""usage: leck.py suche WORDS PATH…      prints CHANNEL, file and word of every find, separated by tabs
          leck.py bilder FOLDER FROM     writes into FOLDER pictures of FROM with BILDWORT1 … in their metadata
          leck.py ganz FILE.html         fails if its pictures are not whole, or not upright any more
          leck.py pdf FOLDER WORDS       writes into FOLDER files that leak one word per channel, and WORDS: word,
          channel, file

WORDS: one pattern a line ("|" between spellings), then a tab and what it is. Folders are searched with all that is in
them. Compared are letters and digits only, folded: neither a hyphen, a line end nor a thousands separator hides a word.
Channels of a PDF: rohbytes (as on disk, each stream inflated, old revisions too), bytes (qpdf --qdf), zeichenketten
(its strings decoded), text (pdftotext), struktur (pdfinfo -struct-text), angaben (pdfinfo), xmp, and anlage,
anlagename for what is attached. Of any other file: daten, what is packed into its data: addresses.
"""

import base64
import html
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import unicodedata
import urllib.parse
import zipfile
import zlib

STRUCTURE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "structure.sh")


def folded(text):
    text = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"[\W_]+", "", text.casefold())


OTHER = bytes(c for c in range(256) if not chr(c).isalnum() or c > 127)


def folded_bytes(data):
    """What is left of bytes of unknown coding: ASCII letters and digits, so that UTF-16 is read as well."""
    return data.translate(None, OTHER).lower()


def run(*cmd):
    return subprocess.run(cmd, capture_output=True).stdout


def text_of(data):
    if data[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "replace") + "\n" + data.decode("latin-1")


# ---- PDF ----

ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def literal(data, i):
    """The string that begins at data[i] == "(", and where it ends."""
    out, depth = bytearray(), 0
    while i < len(data):
        c = data[i : i + 1]
        if c == b"\\":
            octal = re.match(rb"[0-7]{1,3}", data[i + 1 : i + 4])
            if octal:
                out.append(int(octal[0], 8) & 255)
                i += len(octal[0])
            else:
                out += ESCAPES.get(data[i + 1 : i + 2], data[i + 1 : i + 2].strip(b"\r\n"))
                i += 1
        elif c == b"(":
            depth += 1
            out += c if depth > 1 else b""
        elif c == b")":
            depth -= 1
            if not depth:
                return bytes(out), i + 1
            out += c
        else:
            out += c
        i += 1
    return bytes(out), i


def strings(data):
    """All strings of a PDF without compression, in order; in text arrays the numbers between them are left out."""
    i, found = 0, []
    for m in re.finditer(rb"\(|<([0-9A-Fa-f\s]*)>", data):
        if m.start() < i:
            continue
        if m[0] == b"(":
            s, i = literal(data, m.start())
        else:
            digits = re.sub(rb"\s", b"", m[1])
            s, i = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), m.end()
        found.append(text_of(s))
    return "".join(found) + "\n" + "\n".join(found)


def inflated(data):
    for m in re.finditer(rb"stream\r?\n", data):
        try:
            yield zlib.decompressobj().decompress(data[m.end() :])
        except zlib.error:
            pass


def pdf_channels(path, depth):
    raw = open(path, "rb").read()
    streams = list(inflated(raw))
    for s in [raw, *streams]:
        yield "rohbytes", s
    flat = run("qpdf", "--qdf", "--object-streams=disable", "--decode-level=all", path, "-")
    yield "bytes", flat
    yield "zeichenketten", strings(flat)
    for m in re.finditer(rb"<\?xpacket begin.*?<\?xpacket end", flat + raw + b"".join(streams), re.S):
        yield "xmp", html.unescape(m[0].decode("utf-8", "replace"))
    yield "text", text_of(run("pdftotext", "-nopgbrk", path, "-"))
    yield "text", text_of(run("pdftotext", "-raw", path, "-"))
    tree = text_of(run(STRUCTURE, path))
    yield "struktur", "".join(re.findall(r'"(.*)"', tree))
    yield "struktur", tree
    for option in ("-isodates", "-custom", "-meta", "-js", "-dests", "-url"):
        yield "angaben", text_of(run("pdfinfo", option, path))
    listed = text_of(run("pdfdetach", "-list", path))
    yield "anlagename", listed
    with tempfile.TemporaryDirectory() as folder:
        # by number: -saveall ends at the first name with a folder in it
        for no, name in re.findall(r"^(\d+): (.*)$", listed, re.M) if depth < 4 else []:
            inner = os.path.join(folder, no + os.path.splitext(name)[1])
            run("pdfdetach", "-save", no, "-o", inner, path)
            for _, text in channels(inner, depth + 1):
                yield "anlage", text


# ---- what is packed into a data: address ----

DATA = re.compile(rb"data:([\w/+.-]*)((?:;[\w=.+-]+)*),([A-Za-z0-9+/=%_.~-]*)")


def unpacked(data):
    """What is compressed in the text chunks of a PNG."""
    for m in re.finditer(rb"(zTXt|iTXt|iCCP)", data):
        for at in range(m.end(), min(m.end() + 200, len(data))):
            try:
                yield zlib.decompressobj().decompress(data[at:])
                break
            except zlib.error:
                pass


def data_channels(data, depth):
    for m in DATA.finditer(data):
        try:
            inner = base64.b64decode(m[3] + b"==") if b"base64" in m[2] else urllib.parse.unquote_to_bytes(m[3])
        except ValueError:
            continue
        for piece in [inner, *unpacked(inner)]:
            yield "daten", text_of(piece)
            yield "daten", text_of(piece.replace(b"\0", b""))
        if depth < 4 and len(inner) > 4:
            with tempfile.NamedTemporaryFile() as f:
                f.write(inner)
                f.flush()
                for _, text in channels(f.name, depth + 1):
                    yield "daten", text


# ---- any file ----


def packed_channels(path, depth):
    """Each file of a ZIP file, a document for word processors: its name, and what is in it; words cut by tags too."""
    with zipfile.ZipFile(path) as z, tempfile.TemporaryDirectory() as folder:
        yield "paket", " ".join(z.namelist()) + " " + z.comment.decode("utf-8", "replace")
        for n, name in enumerate(z.namelist()):
            data = z.read(name)
            inner = os.path.join(folder, str(n) + os.path.splitext(name)[1])
            open(inner, "wb").write(data)
            yield "paket", html.unescape(re.sub("<[^>]*>", "", text_of(data)))
            yield "paket", text_of(data.replace(b"\0", b""))
            for _, text in channels(inner, depth + 1) if depth < 4 else []:
                yield "paket", text


def channels(path, depth=0):
    data = open(path, "rb").read()
    if data[:4] == b"PK\3\4":
        yield from packed_channels(path, depth)
        return
    if data[:5] == b"%PDF-":
        yield from pdf_channels(path, depth)
        return
    kind = "kalender" if path.endswith(".ics") else "json" if path.endswith(".json") else "datei"
    text = text_of(data)
    yield kind, re.sub(r"\r?\n[ \t]", "", text)  # folded lines of a calendar
    yield kind, html.unescape(text)
    yield kind, urllib.parse.unquote(text)
    yield from data_channels(data, depth)
    try:
        yield kind, json.dumps(json.loads(data), ensure_ascii=False)
    except ValueError:
        pass


def files(paths):
    for path in paths:
        if os.path.isdir(path):
            for folder, inner, names in os.walk(path):
                yield from (os.path.join(folder, n) for n in sorted(names) + sorted(inner))
        else:
            yield path


def spelt(text):
    """A channel's text as it is searched: itself, and with what %XX stands for."""
    if isinstance(text, bytes):
        return [folded_bytes(text), folded_bytes(urllib.parse.unquote_to_bytes(text))]
    return [folded(t) for t in {text, urllib.parse.unquote(text)}]


def words(path):
    for line in open(path, encoding="utf-8"):
        if line.strip() and line[0] != "#":
            pattern = line.rstrip("\n").split("\t")[0]
            spellings = [folded(p) for p in pattern.split("|")]
            yield pattern, spellings, [b for b in map(folded_bytes, map(str.encode, spellings)) if b]


def search(word_file, paths):
    known, seen = list(words(word_file)), set()
    for path in files(paths):
        found = [("dateiname", os.path.basename(path))]
        if os.path.isfile(path):
            found += channels(path)
        for channel, text in ((c, t) for c, text in found for t in spelt(text)):
            for pattern, spellings, in_bytes in known:
                hit = (channel, path, pattern)
                if hit not in seen and any(s in text for s in (in_bytes if isinstance(text, bytes) else spellings)):
                    seen.add(hit)
                    print(*hit, sep="\t")


# ---- files that leak ----


def utf16(text):
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"


class Leak:
    """A small PDF; each say() makes up a word for the channel it is meant to be found in."""

    def __init__(self):
        self.objects, self.said = [], []

    def say(self, channel, file="leck.pdf"):
        self.said.append((f"LECKWORT{len(self.said) + 1:02}", channel, file))
        return self.said[-1][0]

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, data, entries="", packed=True):
        data = zlib.compress(data) if packed else data
        return self.add(
            f"<< {entries} /Length {len(data)}{' /Filter /FlateDecode' if packed else ''} >>\nstream\n".encode()
            + data
            + b"\nendstream"
        )

    def font(self):
        """Codes 1, 2, 3 … stand for the letters: no byte of the page shows the word."""
        word = self.say("text")
        pairs = "".join(f"<{i + 1:02x}> <{ord(c):04x}>\n" for i, c in enumerate(word))
        cmap = self.stream(
            (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange "
                "<00> <ff> endcodespacerange\n"
                f"{len(word)} beginbfchar\n{pairs}endbfchar endcmap end end"
            ).encode()
        )
        names = " ".join(f"/g{i}" for i in range(len(word)))
        return word, self.add(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding << /Type /Encoding /Differences [1 "
            f"{names}] >> /ToUnicode {cmap} 0 R >>"
        )

    def attachment(self, name, data, description=""):
        file = self.stream(data, "/Type /EmbeddedFile")
        return self.add(
            b"<< /Type /Filespec /F "
            + utf16(name)
            + b" /UF "
            + utf16(name)
            + b" /Desc "
            + utf16(description)
            + f" /AFRelationship /Source /EF << /F {file} 0 R /UF {file} 0 R >> >>".encode()
        )

    def page(self):
        word, coded = self.font()
        plain = self.add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
        codes = "".join(f"{i + 1:02x}" for i in range(len(word)))
        a, b, c, kerned = (self.say(k) for k in ("struktur", "text", "text", "zeichenketten"))
        actual = self.say("zeichenketten")
        lines = [
            f"/T1 10 Tf <{codes}> Tj",
            f"/T0 10 Tf ({a}) Tj",
            f"0 -20 Td ({b[:5]}-) Tj 0 -12 Td ({b[5:]}) Tj",
            f"0 -20 Td ({c[:4]}\\255{c[4:]}) Tj",
            f"0 -20 Td [({kerned[:4]}) -30 ({kerned[4:]})] TJ",
            f"/Span << /ActualText {utf16(actual).decode()} >> BDC 0 -20 Td (x) Tj EMC",
        ]
        content = self.stream(("/P << /MCID 0 >> BDC BT 50 700 Td " + "\n".join(lines) + " ET EMC").encode("latin-1"))
        link = self.add(
            b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Contents "
            + utf16(self.say("zeichenketten"))
            + f" /A << /S /URI /URI (https://example.org/%4c{self.say('zeichenketten')[1:]}) >> >>".encode()
        )
        return (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /StructParents 0 /Contents {content} 0 R /Annots "
            f"[{link} 0 R] "
            f"/Resources << /Font << /T0 {plain} 0 R /T1 {coded} 0 R >> >> >>"
        )

    def build(self, inner):
        for _ in range(3):
            self.add(b"")
        self.objects[2] = self.page().encode()
        self.objects[1] = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
        element = self.add(b"")
        root = self.add(f"<< /Type /StructTreeRoot /K {element} 0 R /ParentTree << /Nums [0 [{element} 0 R]] >> >>")
        self.objects[element - 1] = (
            b"<< /Type /StructElem /S /P /K 0 /Pg 3 0 R /P "
            + str(root).encode()
            + b" 0 R /Alt "
            + utf16(self.say("zeichenketten"))
            + b" /T "
            + utf16(self.say("zeichenketten"))
            + b" /ActualText "
            + utf16(self.say("zeichenketten"))
            + b" >>"
        )
        outline = self.add(b"")
        item = self.add(
            b"<< /Parent "
            + str(outline).encode()
            + b" 0 R /Dest [3 0 R /Fit] /Title "
            + utf16(self.say("zeichenketten"))
            + b" >>"
        )
        self.objects[outline - 1] = f"<< /Type /Outlines /First {item} 0 R /Last {item} 0 R /Count 1 >>".encode()
        xmp = self.stream(
            f'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta '
            f'xmlns:x="adobe:ns:meta/">&#x4c;{self.say("xmp")[1:]}</x:xmpmeta>'
            '<?xpacket end="w"?>'.encode(),
            "/Type /Metadata /Subtype /XML",
        )
        name, about = self.say("anlagename"), self.say("zeichenketten")
        attached = [
            self.attachment(f"{name.lower()}.txt", self.say("anlage").encode(), about),
            self.attachment("quelle.xml", f"<a>&#76;{self.say('anlage')[1:]}</a>".encode()),
            self.attachment("innen.pdf", inner(self.say("anlage"))),
        ]
        tree = " ".join(f"({i}) {a} 0 R" for i, a in enumerate(attached))
        script = self.say("angaben")
        self.objects[0] = (
            f"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot {root} 0 R /MarkInfo << /Marked true >> /Outlines "
            f"{outline} 0 R /Metadata {xmp} 0 R "
            f"/Names << /EmbeddedFiles << /Names [{tree}] >> /JavaScript << /Names [(a) << /S /JavaScript /JS "
            f"(app.alert\\('{script}'\\)) >>] >> >> "
            f"/PageLabels << /Nums [0 << /P ({self.say('zeichenketten')}) >>] >> "
            f"/Dests << /{self.say('bytes')} [3 0 R /Fit] >> >>"
        ).encode()
        info = self.add(
            b"<< /Title "
            + utf16(self.say("angaben"))
            + b" /Keywords (L\\105CKWORT"
            + self.say("angaben")[8:].encode()
            + b") >>"
        )
        return info

    def write(self, info, old=()):
        out, places = bytearray(b"%PDF-1.7\n"), []
        for text in old:
            out += text
        for i, body in enumerate(self.objects):
            places.append(len(out))
            out += f"{i + 1} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode() + b"".join(
            f"{p:010} 00000 n \n".encode() for p in places
        )
        about = f' /Info {info} 0 R' if info else ''
        trailer = f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R{about} >>\nstartxref\n{start}\n%%EOF\n"
        out += trailer.encode()
        return bytes(out)


def small_pdf(word):
    p = Leak()
    p.objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>",
    ]
    p.stream(f"% {word}".encode())
    return p.write(None)


def leaking(folder, list_file):
    p = Leak()
    info = p.build(small_pdf)
    kept = len(p.said)
    packed = zlib.compress(p.say("rohbytes").encode())
    old = [
        f"% {p.say('rohbytes')}\n".encode(),
        b"99 0 obj\n<< /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream\nendobj\n",
    ]
    open(os.path.join(folder, "leck.pdf"), "wb").write(p.write(info, old))
    subprocess.run(
        ["qpdf", "--object-streams=generate", os.path.join(folder, "leck.pdf"), os.path.join(folder, "stroeme.pdf")],
        check=True,
    )
    said = p.said + [(w, c, "stroeme.pdf") for w, c, _ in p.said[:kept]]
    p.said = said
    name = p.say("dateiname", "").lower()
    p.said[-1] = (p.said[-1][0], "dateiname", f"{name}.txt")
    open(os.path.join(folder, f"{name}.txt"), "w").write("nichts\n")
    word = p.say("kalender", "sitzung.ics")
    open(os.path.join(folder, "sitzung.ics"), "w").write(
        f"BEGIN:VCALENDAR\r\nSUMMARY:Sitzung {word[:5]}\r\n {word[5:]}\r\nEND:VCALENDAR\r\n"
    )
    word = p.say("json", "liste.json")
    open(os.path.join(folder, "liste.json"), "w").write('{"titel": "\\u004c' + word[1:] + '"}\n')
    word, packed = p.say("daten", "bild.html"), p.say("daten", "bild.html")
    inner = base64.b64encode(b"\xff\xd8\xff\xfe\0\x11" + word.encode() + b"\xff\xd9").decode()
    chunk = base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\0zTXta\0\0" + zlib.compress(packed.encode())).decode()
    open(os.path.join(folder, "bild.html"), "w").write(
        f'<img src="data:image/jpeg;base64,{inner}"><img src="data:image/png;base64,{chunk}">\n'
    )
    whole, cut, emf = (p.say("paket", "brief.docx") for _ in range(3))
    with zipfile.ZipFile(os.path.join(folder, "brief.docx"), "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/document.xml", f"<w:t>{whole}</w:t><w:t>{cut[:4]}</w:t><w:r/><w:t>{cut[4:]}</w:t>")
        z.writestr("word/media/bild1.emf", emf.encode("utf-16-le"))
    with open(list_file, "w") as f:
        f.writelines("\t".join(s) + "\n" for s in p.said)


# ---- pictures that tell too much ----


def segment(marker, data):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def exif(word):
    turned = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    return b"MM\0*\0\0\0\x08\0\x02" + turned + struct.pack(">HHII", 0x010E, 2, 10, 38) + b"\0\0\0\0" + word + b"\0"


def pictures(folder, source):
    jpeg, png = (open(os.path.join(source, name), "rb").read() for name in ("rgb.jpg", "alpha.png"))
    extra = [
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x03\x01BILDWORT2"),
        segment(0xE0, b"JFXX\0\x10BILDWORT3"),
        segment(0xE1, b"Exif\0\0" + exif(b"BILDWORT1")),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>BILDWORT4</x>"),
        segment(0xED, b"Photoshop 3.0\0BILDWORT5"),
        segment(0xFE, b"BILDWORT6"),
        segment(0xEC, b"BILDWORT7"),
    ]
    open(os.path.join(folder, "foto.jpg"), "wb").write(jpeg[:2] + b"".join(extra) + jpeg[2:] + b"BILDWORT8")
    texts = [
        chunk(b"tEXt", b"Author\0BILDWORT9"),
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"BILDWORTA")),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0BILDWORTB"),
        chunk(b"eXIf", exif(b"BILDWORTC")),
        chunk(b"prVt", b"BILDWORTD"),
    ]
    open(os.path.join(folder, "bild.png"), "wb").write(png[:33] + b"".join(texts) + png[33:] + b"BILDWORTE")
    open(os.path.join(folder, "plan.svg"), "w").write(
        '<!DOCTYPE svg [<!ENTITY a "BILDWORTO">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" '
        'id="BILDWORTP" class="BILDWORTQ"><metadata>BILDWORTF</metadata><a href="file:///home/BILDWORTR/a.svg"/>'
        '<defs><g><path id="BILDWORTS"/></g></defs>BILDWORTT'
        '<desc>BILDWORTG</desc><title>BILDWORTH</title><!-- BILDWORTI --><x:y xmlns:x="x"><x:y/>BILDWORTJ</x:y>'
        '<g x:z="BILDWORTK" data-z="BILDWORTL"/><g style="display : none"><g/>BILDWORTM</g><?x BILDWORTN?>'
        '<path d="M0 0L90 0L90 60Z"/></svg>\n'
    )


def whole(path):
    found = re.findall(r"data:image/(png|jpeg);base64,([^\"]*)", open(path).read())
    assert len(found) >= 4, len(found)
    for kind, text in found:
        data = base64.b64decode(text)
        ends = (b"\xff\xd8", b"\xff\xd9") if kind == "jpeg" else (b"\x89PNG", b"IEND\xaeB`\x82")
        assert data.startswith(ends[0]) and data.endswith(ends[1]), (kind, data[:60])
    assert struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) in base64.b64decode(found[0][1]), "no orientation"


def main():
    if sys.argv[1:2] == ["suche"] and len(sys.argv) > 3:
        search(sys.argv[2], sys.argv[3:])
    elif sys.argv[1:2] == ["pdf"] and len(sys.argv) == 4:
        leaking(*sys.argv[2:])
    elif sys.argv[1:2] == ["bilder"] and len(sys.argv) == 4:
        pictures(*sys.argv[2:])
    elif sys.argv[1:2] == ["ganz"] and len(sys.argv) == 3:
        whole(sys.argv[2])
    else:
        sys.exit(__doc__)


main()
