#!/usr/bin/env bash
# Long suite: every document as .docx and .odt, through LibreOffice and taken over again: by the source that lies in it,
# whole; without that, it loses only what is listed.
. "$(dirname "$0")/lib.sh"
command -v soffice >/dev/null || { skip "LibreOffice: soffice is not there"; finish; exit; }
mapfile -t all < <(documents handbuch)                    # the handbook is of no kind that is taken over
root() { grep -o '<[a-z]* xmlns="urn:ratssatz:1"' "$1" | head -n 1 | tr -d '<' | cut -d' ' -f1; }
town() { cut -d/ -f2 <<<"$1"; }
for f in docx odt; do
	mkdir -p "$WORK/$f" "$WORK/lo-$f"
	check "all as $f" status 0 "$R" setzen -q --format $f -o "$WORK/$f" "${all[@]}"
	check "through LibreOffice: $f" timeout 900 soffice "-env:UserInstallation=file://$WORK/profil" --headless \
		--convert-to $f --outdir "$WORK/lo-$f" "$WORK/$f"/*.$f
	for x in "${all[@]}"; do
		name=$(name_of "$x") back=$WORK/$f-zurueck/$(name_of "$x")
		wanted "$name" || continue
		check "$name.$f: its source has come along" says 'nichts ist geraten' \
			"$R" uebernehmen -o "$back-quelle" "$WORK/lo-$f/$name.$f"
		check "$name.$f: without it" python3 tests/bare.py "$WORK/lo-$f/$name.$f"
		"$R" uebernehmen --ort "$(town "$x")" --art "$(root "$x")" -o "$back" "$WORK/lo-$f/$name.$f" \
			>"$WORK/$name.$f.told" 2>&1
		check "$name.$f: nobody wrote into it" says '0 Vorschläge, 0 Vermerke, 0 nicht zugeordnet' \
			"$R" uebernehmen --kommentare "$WORK/lo-$f/$name.$f"
		check "$name.$f: taken over" test -e "$back/uebernahme.json"
		python3 tests/rundreise.py "$x" "$back" >"$WORK/$name.$f" 2>&1
		check "$name.$f: every word has its place" grep -qx 'ohne-platz 0' "$WORK/$name.$f"
		recording "tests/rundreise/$name.$f.verlust" "$WORK/$name.$f" ||
			check "$name.$f: what it loses" diff "tests/rundreise/$name.$f.verlust" "$WORK/$name.$f"
	done
done
finish
