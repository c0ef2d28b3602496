#!/usr/bin/env bash
# Long suite: LibreOffice opens what setzen writes for word processors, and shows all its words.
. "$(dirname "$0")/lib.sh"
command -v soffice >/dev/null || { skip "LibreOffice: soffice is not there"; finish; exit; }
# With the fonts of the program, whatever the machine has.
printf '<fontconfig><include>/etc/fonts/fonts.conf</include><dir>%s/fonts</dir></fontconfig>' "$TOP" >"$WORK/fonts.conf"
export FONTCONFIG_FILE=$WORK/fonts.conf
mapfile -t all < <(documents)
for f in docx odt; do
	check "all as $f" status 0 "$R" setzen -q --format $f -o "$WORK" "${all[@]}"
	check "without hyphens at line ends" python3 tests/word.py whole "$WORK"/*.$f
	mkdir "$WORK/$f"
	check "LibreOffice opens every $f" timeout 600 soffice "-env:UserInstallation=file://$WORK/profil" --headless \
		--convert-to pdf --outdir "$WORK/$f" "$WORK"/*.$f
	for x in "${all[@]}"; do
		name=$(name_of "$x")
		pdftotext "$WORK/$f/$name.pdf" "$WORK/$f/$name.txt"
		check "$name.$f: all its words" python3 tests/word.py opened "$WORK/$name.docx" "$WORK/$f/$name.txt"
	done
done
finish
