#!/usr/bin/env python3
"""usage: rest.py PICTURE.jpg     PDFs as others make them: NAME.pdf, each with one thing that no page shows, and
good ones. Prints each name with what „ratssatz anlage“ is to say of it ("-": nothing)."""

import struct
import sys

jpeg = open(sys.argv[1], "rb").read()


def pdf(objects, start=b"%PDF-1.7\n"):
    out, places = bytearray(start), []
    for i, body in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj\n" % (i + 1) + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % p for p in places)
    return bytes(out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, table))


def stream(data, entries=b""):
    return b"<< /Length %d %s >>\nstream\n" % (len(data), entries) + data + b"\nendstream"


TEXT = b"BT /F1 12 Tf 72 700 Td (Lageplan) Tj ET "


def page(content=TEXT, root=b"", page=b"", resources=b"", more=()):
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % root,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s /Resources << /Font << /F1 5 0 R >> %s >> >>"
        % (page, resources),
        stream(content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    ])


def said(name, what, data):
    open(name + ".pdf", "wb").write(data)
    print(name, what, sep="\t")


def saved_again(first, more):
    at, table = len(first), first.rindex(b"startxref\n") + 10
    new = b"4 0 obj\n" + stream(b"BT /F1 12 Tf 72 700 Td (Plan) Tj ET") + b"\nendobj\n" + more
    return first + new + b"xref\n4 1\n%010d 00000 n \ntrailer\n<< /Size 8 /Root 1 0 R /Prev %d >>\n" % (
        at, int(first[table:].split()[0])) + b"startxref\n%d\n%%%%EOF\n" % (at + len(new))


def segment(data):
    return b"\xff\xe1" + struct.pack(">H", len(data) + 2) + data


def exif(name):
    return b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHII", name, 4, 1, 26) + b"\0\0\0\0\0\0"


def picture(extra):
    data = jpeg[:2] + extra + jpeg[2:]
    return page(TEXT + b"q 99 0 0 99 0 0 cm /I Do Q", resources=b"/XObject << /I 6 0 R >>", more=[stream(
        data, b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
        b"/Filter /DCTDecode")])


FILE = [b"<< /Type /Filespec /F (x.txt) /EF << /F 7 0 R >> >>", stream(b"GEHEIM", b"/Type /EmbeddedFile")]
LAYER = [b"<< /Type /OCG /Name (intern) >>"]
WIDGET = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (iban) /V (%s) /Rect [%s] /F %d %s >>"
OWN = b"/PieceInfo << /Zeichner << /LastModified (D:2026) /Private %s >> >>"


def widget(value, rect, flags=4, more=b""):
    return page(root=b"/AcroForm << /Fields [6 0 R] >>", page=b"/Annots [6 0 R]",
                more=[WIDGET % (value, rect, flags, more)])


said("gut", "-", page())
said("datei-am-dokument", "eine eingebettete Datei", page(root=b"/AF [6 0 R]", more=FILE))
said("datei-an-der-seite", "eine eingebettete Datei", page(page=b"/AF [6 0 R]", more=FILE))
said("skript-der-seite", "ein Skript", page(page=b"/AA << /O << /S /JavaScript /JS (x) >> >>"))
said("skript-am-link", "ein Skript",
     page(page=b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /JavaScript /JS (x) >> >>]"))
said("programm", "ein Skript", page(root=b"/OpenAction << /S /Launch /F (x) >>"))
said("link", "-", page(page=b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (x) >> >>]"))
said("schwaerzung-geplant", "einen Kommentar",
     page(page=b"/Annots [<< /Type /Annot /Subtype /Redact /Rect [70 690 190 711] >>]"))
said("ebene-aus", "eine ausgeschaltete Ebene",
     page(root=b"/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>", more=LAYER))
said("ebene-an", "-", page(root=b"/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] >> >>", more=LAYER))
said("ebenen-alle-aus", "eine ausgeschaltete Ebene",
     page(root=b"/OCProperties << /OCGs [6 0 R] /D << /BaseState /OFF >> >>", more=LAYER))
said("feld-ohne-platz", "ein verborgenes Formularfeld", widget(b"DE00", b"0 0 0 0"))
said("feld-verborgen", "ein verborgenes Formularfeld", widget(b"DE00", b"0 0 99 9", 2))
said("feld", "-", widget(b"DE00", b"0 0 99 9", 4, b"/AA << /F << /S /JavaScript /JS (AFNumber_Format) >> >>"))
said("feld-leer", "-", widget(b"", b"0 0 0 0"))
said("fassung", "eine frühere Fassung", saved_again(page(), b""))
said("unterschrift", "-", saved_again(page(more=[b"<< /Type /Sig /ByteRange [0 1 2 3] >>"],
                                           root=b"/Perms << /DocMDP 6 0 R >>"), b""))
said("rest", "einen Rest, den keine Seite mehr nennt", page(more=[stream(b"GEHEIM")]))
said("rest-seite", "einen Rest, den keine Seite mehr nennt", page(more=[b"<< /Type /Page >>"]))
said("rest-schrift", "-", page(more=[stream(b"x", b"/Length1 1"), b"<< /Type /Font >>"]))
said("hinter-dem-ende", "einen Rest, den keine Seite mehr nennt", page() + b"GEHEIM " * 20)
said("vorschau", "ein Vorschaubild", page(page=b"/Thumb 6 0 R", more=[stream(
    b"\0", b"/Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")]))
said("arbeitsdaten", "die Arbeitsdaten eines Zeichenprogramms",
     page(page=OWN % b"<< /A 6 0 R >>", more=[stream(b"x")]))
said("arbeitsdaten-klein", "-", page(page=OWN % b"<< /N 1 >>"))
said("ort", "den Aufnahmeort eines Bildes", picture(segment(exif(0x8825))))
said("ort-xmp", "den Aufnahmeort eines Bildes",
     picture(segment(b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='51,45N'/>")))
said("gedreht", "-", picture(segment(exif(0x0112))))

UNSEEN = "Text, den niemand sieht"
NAME = b"BT /F1 12 Tf 72 650 Td (Frau Geheim, Weg 5) Tj ET "
said("schwarz", UNSEEN, page(TEXT + NAME + b"0 g 70 646 120 16 re f"))
said("schwarz-mitte", UNSEEN, page(TEXT + NAME + b"0 0 0 rg q 1 0 0 1 95 646 cm 0 0 40 16 re f* Q"))
said("schwarz-tinte", UNSEEN, page(TEXT + NAME + b"0 0 0 1 k 70 646 120 16 re B"))
said("schwarz-davor", "-", page(b"0 g 70 646 120 16 re f 1 g " + NAME))
said("schwarz-daneben", "-", page(TEXT + NAME + b"0 g 70 600 120 16 re f"))
said("unterstrichen", "-", page(TEXT + NAME + b"0 g 70 652 120 1 re f"))
said("rand-einer-tabelle", "-", page(TEXT + NAME + b"0 g 71 640 1 30 re f"))
said("markiert", "-", page(TEXT + NAME + b"1 1 0 rg 70 646 120 16 re f"))
said("durchsichtig", "-", page(TEXT + NAME + b"/G gs 0 g 70 646 120 16 re f",
                               resources=b"/ExtGState << /G << /ca .2 >> >>"))
said("beschnitten", "-", page(TEXT + NAME + b"q 0 0 9 9 re W n 0 g 70 646 120 16 re f Q"))
said("weiss", UNSEEN, page(TEXT + b"1 1 1 rg " + NAME))
said("weiss-auf-linie", "-", page(TEXT + b"0 0 .4 RG 16 w 60 654 m 300 654 l S 1 g " + NAME))
said("farbe-unbekannt", "-", page(TEXT + b"/S cs 1 scn " + NAME, resources=b"/ColorSpace << /S [/Separation] >>"))
said("unsichtbar", UNSEEN, page(TEXT + b"3 Tr " + NAME))
said("texterkennung", "-", page(b"3 Tr " + NAME + b"/I Do"))
said("neben-der-seite", UNSEEN, page(TEXT + b"BT /F1 12 Tf 700 650 Td (Geheim) Tj ET"))
said("ausschnitt", UNSEEN, page(TEXT + NAME, page=b"/CropBox [0 680 595 842]"))
said("leer-daneben", "-", page(TEXT + b"BT /F1 12 Tf 700 650 Td (  ) Tj ET"))
said("schwarz-strich", UNSEEN, page(TEXT + NAME + b"0 G 14 w 70 654 m 190 654 l S"))
said("schwarz-linien", UNSEEN, page(TEXT + NAME + b"0 g 70 646 m 190 646 l 190 662 l 70 662 l h f"))
said("schwarz-zwei", UNSEEN, page(TEXT + NAME + b"0 g 70 646 60 16 re 130 646 60 16 re f"))
said("winzig", UNSEEN, page(TEXT + b"BT /F1 .1 Tf 72 600 Td (Geheim) Tj ET"))
said("strich-grau", "-", page(TEXT + NAME + b".5 G 14 w 70 654 m 190 654 l S"))
said("kopf-aus-linien", "-", page(b"0 g 60 640 m 300 640 l 300 665 l 60 665 l h f 1 g " + NAME))
said("schraeg", "-", page(TEXT + NAME + b"0 g 70 646 m 190 646 l 130 700 l h f"))

IMAGE = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "


def painted(entries, *streams):
    """What is painted by "Do", /I and on: from object 6 on."""
    names = b" ".join(b"/%s %d 0 R" % (n, 6 + i) for i, n in enumerate([b"I", b"J", b"K"][:len(streams)]))
    return {"resources": b"/XObject << " + names + b" >> " + entries, "more": list(streams)}


def form(content, entries=b""):
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + entries)


black = stream(b"\0", IMAGE)
said("unter-bild", UNSEEN, page(TEXT + NAME + b"q 120 0 0 16 70 646 cm /I Do Q", **painted(b"", black)))
said("bild-darueber-hinaus", "-", page(TEXT + NAME + b"q 120 0 0 16 70 600 cm /I Do Q", **painted(b"", black)))
said("bild-davor", "-", page(b"q 120 0 0 16 70 646 cm /I Do Q 1 g " + NAME, **painted(b"", black)))
said("bild-mit-maske", "-", page(TEXT + NAME + b"q 120 0 0 16 70 646 cm /I Do Q",
                                 **painted(b"", stream(b"\0", IMAGE + b"/SMask 7 0 R "), black)))
said("stempel", "-", page(TEXT + NAME + b"q 120 0 0 16 70 646 cm /I Do Q",
                          **painted(b"", stream(b"\0", IMAGE.replace(b"/ColorSpace /DeviceGray /BitsPerComponent 8",
                                                                     b"/BitsPerComponent 1 /ImageMask true")))))
said("scan-ueber-text", "-", page(NAME + b"q 595 0 0 842 0 0 cm /I Do Q", **painted(b"", black)))
said("scan-in-streifen", "-", page(NAME + b"q 595 0 0 421 0 0 cm /I Do Q q 595 0 0 421 0 421 cm /I Do Q",
                                   **painted(b"", black)))
said("schwarz-im-formular", UNSEEN, page(TEXT + b"/I Do", **painted(b"", form(NAME + b"0 g 70 646 120 16 re f"))))
said("schwarz-durch-formular", UNSEEN, page(TEXT + NAME + b"q 1 0 0 1 0 600 cm /I Do Q",
                                            **painted(b"", form(b"0 g 70 46 120 16 re f"))))
said("formular-versetzt", "-", page(TEXT + NAME + b"/I Do", **painted(b"", form(
    b"0 g 70 646 120 16 re f", b"/Matrix [1 0 0 1 0 -200] "))))
said("weiss-im-formular", UNSEEN, page(TEXT + b"/I Do", **painted(b"", form(b"1 g " + NAME))))
said("formular-im-formular", UNSEEN, page(TEXT + b"/I Do", **painted(b"", form(
    b"/J Do"), form(NAME + b"0 g 70 646 120 16 re f"))))
said("formular-in-sich", "-", page(TEXT + b"/I Do", **painted(b"", form(b"/I Do"))))
said("aus-dem-formular", UNSEEN, page(TEXT + b"/I Do", **painted(b"", stream(
    NAME, b"/Type /XObject /Subtype /Form /BBox [0 0 50 50] "))))
said("weggeschnitten", UNSEEN, page(TEXT + b"q 0 0 50 50 re W n " + NAME + b"Q"))
said("am-schnitt", "-", page(TEXT + b"q 72 640 200 20 re W n " + NAME + b"Q"))
said("ohne-breite", UNSEEN, page(TEXT + b"BT /F1 12 Tf 0 Tz 72 650 Td (Geheim) Tj ET"))
said("schmal", "-", page(TEXT + b"BT /F1 12 Tf 80 Tz 72 650 Td (Plan) Tj ET"))
said("xfa", "die Daten eines Formulars (XFA)", page(
    root=b"/AcroForm << /Fields [] /XFA 6 0 R >>", more=[stream(b"<xdp><iban>DE0</iban></xdp>")]))
