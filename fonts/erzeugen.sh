#!/bin/sh
# Makes the font files of this folder from Debian's Noto fonts. Not run by make: the results are committed.
#   apt-get install fonts-noto-core fonts-noto-extra fonts-noto-mono libharfbuzz-bin
#   fonts/erzeugen.sh            writes *.ttf and PRUEFSUMMEN beside this script
# Made with fonts-noto 20201225-1 and hb-subset 6.0.0. Hints are dropped, glyphs renumbered; name, licence and
# embedding bits stay.
set -eu
cd "$(dirname "$0")"
noto=${NOTO:-/usr/share/fonts/truetype/noto}

# Latin with Latin-1 and Extended-A, punctuation, signs, combining marks.
latin=20-7E,A0-17F,18F,192,1E6-1E7,1F4-1F5,1FA-21B,22A-233,237,259,2BB-2BD,2C6-2C7,2D8-2DD,300-304,306-30C,312
latin=$latin,31B,323-328,335
latin=$latin,1E02-1E03,1E0A-1E0B,1E1E-1E1F,1E20-1E21,1E24-1E25,1E40-1E41,1E56-1E57,1E60-1E63,1E6A-1E6D
latin=$latin,1E80-1E85,1E92-1E93,1E9E
signs=2000-200F,2010-2015,2018-201E,2020-2022,2026,202F,2030,2032-2033,2039-203A,2044,2060,2070,2074-207A
signs=$signs,207D-208A,208D-208E,20AC,2113,2116,2120,2122,2126,2150-215E,25CC,FFFD
# Vietnamese and Pinyin; Greek letters that stand for quantities; Cyrillic of the Slavic and Turkic languages.
viet=1A0,1A1,1AF,1B0,1CD-1DC,1EA0-1EF9
greek=391-3A1,3A3-3A9,3B1-3C9
cyrillic=400-45F,472-475,490-493,496-497,49A-49B,4A0-4A3,4AE-4B3,4BA-4BB,4C0,4D8-4D9,4E8-4E9
arabic=20-7E,A0,600-61C,61E-6FF,200C-200F,2010-2011,25CC,FDFA-FDFD
# Amharic, Tigrinya and the other languages of Ethiopia and Eritrea; Hebrew and Yiddish.
ethiopic=20,A0,1200-139F,2D80-2DDE,AB01-AB2E,25CC
hebrew=20-7E,A0,590-5FF,FB1D-FB4F,200C-200F,2010-2011,20AA,25CC
# What no text font has: arrows, mathematics (Math); ticks, boxes, bullets (Symbols2).
math=2190-2199,21D0-21D5,2200,2202,2203,2205,2206-2209,220F,2211,221A,221D,221E,2227-222B,2248,2260,2261,2264
math=$math,2265,2282-2287
symbols=2460-2473,25A0-25A1,25AA-25AB,25B2-25B3,25B6-25B9,25BA-25BD,25C0-25C3,25C6-25C7,25CB,25CF,25E6
symbols=$symbols,2605-2606,260E,2610-2612,2639-263A,26A0,267F,2702,2706,2709,2713-2718,2726,2794,2798-279C,27A1,27A4

make_font() # file  code points  layout features
{
	hb-subset --font-file="$noto/$1" --output-file="$1" --unicodes="$2" --layout-features="$3" \
		--name-IDs=0,1,2,3,4,5,6,13,14 --no-hinting --notdef-outline \
		--drop-tables=gasp,DSIG,MATH,vhea,vmtx,VORG,meta
}

boxes=2190-2193,2500-2502,250C,2510,2514,2518,251C,2524,252C,2534,253C
text=kern,mark,mkmk,ccmp,locl,pnum,tnum,onum,lnum
make_font NotoSans-Regular.ttf         "$latin,$signs,$viet,$greek,$cyrillic" $text
make_font NotoSans-Italic.ttf          "$latin,$signs,$viet,$cyrillic" $text
make_font NotoSans-SemiBold.ttf        "$latin,$signs,$viet,$cyrillic" $text
make_font NotoSans-Bold.ttf            "$latin,$signs,$cyrillic" $text
make_font NotoSerif-Regular.ttf        "$latin,$signs,$cyrillic" $text
make_font NotoSerif-Italic.ttf         "$latin,$signs" $text
make_font NotoSansMono-Regular.ttf     "$latin,$signs,$boxes" $text
make_font NotoNaskhArabic-Regular.ttf  "$arabic" '*'
make_font NotoNaskhArabic-Bold.ttf     "$arabic" '*'
make_font NotoSansEthiopic-Regular.ttf  "$ethiopic" "$text"
make_font NotoSansEthiopic-Bold.ttf     "$ethiopic" "$text"
make_font NotoSansHebrew-Regular.ttf   "$hebrew" '*'
make_font NotoSansHebrew-Bold.ttf      "$hebrew" '*'
make_font NotoSansMath-Regular.ttf     "$math" ''
make_font NotoSansSymbols2-Regular.ttf "$symbols" ''

LC_ALL=C sha256sum -- *.ttf > PRUEFSUMMEN
