#!/usr/bin/env bash
# Suite: what is installed and packaged agrees with the program: files, completions, libraries, versions. Building and
# installing the packages themselves: tests/frisch.sh.
. "$(dirname "$0")/lib.sh"
pack=src/packaging
to=$WORK/ein\ Ort
check "installed" make -s install PREFIX=/usr DESTDIR="$to"
installed=$to/usr/bin/ratssatz
check "it sets" status 0 "$installed" setzen -q -o "$WORK/b.pdf" --inhalt tests/inhalt --gestaltung templates \
	tests/golden/kosten.xml
check "the same bytes as from here" cmp "$WORK/b.pdf" <("$R" setzen -q --inhalt tests/inhalt --gestaltung templates \
	-o "$WORK/a.pdf" tests/golden/kosten.xml; cat "$WORK/a.pdf")
# but the licence of each module, which goes with it
twice() {
	(cd "$to/usr/share/ratssatz" && find . -type f -size +0 ! -name "*.lizenz" -exec sha256sum {} + |
		sort | uniq -w64 -D)
}
check "nothing is there twice" equal "$(twice)" ""
check "no link leads nowhere" equal "$(find "$to" -xtype l)" ""
for shell in bash zsh fish; do
	command -v $shell >/dev/null || { skip "completion for $shell: it is not installed"; continue; }
	"$R" referenz $shell >"$WORK/completion.$shell"
	check "completion for $shell is $shell" $shell -n "$WORK/completion.$shell"
	check "it knows a command and an option" grep -q 'kerne' "$WORK/completion.$shell"
done
check "removed" make -s uninstall PREFIX=/usr DESTDIR="$to"
check "nothing is left" equal "$(find "$to" -type f -o -type l)" ""

# dictionaries of another folder
dic=$WORK/anderes\ Haus
mkdir -p "$dic"
cp -L "$O/share/rechtschreibung/de.aff" "$dic/de_DE.aff"
printf '1\nRatssatzwort\n' >"$dic/de_DE.dic"
printf 'UTF-8\nrat1satz\n' | tee "$dic/hyph_de_DE.dic" "$dic/hyph_en_US.dic" >"$dic/hyph_uk_UA.dic"
words=${WORK#"$PWD/"}/woerter            # make takes no absolute path with a space in it
made() {
	make -s O="$words" "$@" "$words/share/fonts/en.hyf" \
		"$words/share/rechtschreibung/de.dic" "$words/share/rechtschreibung/de.aff"
}
check "with the usual dictionaries" made
check "the usual table" cmp "$words/share/fonts/en.hyf" "$O/share/fonts/en.hyf"
check "with dictionaries of another folder" made HYPHEN="$dic" HUNSPELL="$dic"
check "the table is made of them" test "$(stat -c %s "$words/share/fonts/en.hyf")" -lt 5000
check "words are theirs" grep -q Ratssatzwort "$words/share/rechtschreibung/de.dic"
check "back again" made
check "the usual table again" cmp "$words/share/fonts/en.hyf" "$O/share/fonts/en.hyf"

# README names each library that is linked
names='hpdf:libharu xml2:libxml2 harfbuzz:HarfBuzz fribidi:FriBidi brotlienc:Brotli nettle:nettle cjson:cJSON
	png16:libpng jpeg:libjpeg deflate:libdeflate z:zlib sqlite3:SQLite hunspell-1.7:Hunspell
	microhttpd:libmicrohttpd zip:libzip qpdf:libqpdf md4c:MD4C harfbuzz-subset:HarfBuzz
	m: c: stdc++: gcc_s:'
needed() { readelf -d "$R" "$R-ganz" | sed -n 's/.*NEEDED.*\[lib\(.*\)\]/\1/p' | grep -v '^asan\|^ubsan' | sort -u; }
while read -r library; do
	name=
	for pair in $names; do
		[[ $library != "${pair%%:*}"[.-]* ]] || name=$pair
	done
	check "README names $library" grep -qF "${name#*:}" README.md
	check "$library is known here" test -n "$name"
done < <(needed)
# what is linked by its name comes with a package that is asked for: another one may be there by chance, elsewhere not
if command -v dpkg-query >/dev/null; then
	asked=$(sed 's/#.*//' .ci/packages | awk '{print $2}')
	# shellcheck disable=SC2086
	brought=$(dpkg-query -W -f '${Depends}\n' $asked 2>/dev/null | tr ',|' '\n\n' | awk '{print $1}')
	for name in $(make -s libs | tr ' ' '\n' | sed -n 's/^-l\([^:]\)/\1/p' | sort -u); do
		package=$(dpkg -S "$(realpath -s "$(cc -print-file-name="lib$name.so")")" 2>&1)
		check "lib$name comes with what is asked for: $package" \
			grep -qx "${package%%:*}" <(tr ' ' '\n' <<<"$asked $brought")
	done
else
	skip "what brings the libraries: dpkg is missing"
fi
version=$(sed -n 's/^VERSION *:= *//p' Makefile)
check "the changelog has this version" grep -q "^## $version" CHANGELOG.md
check "the list of parts can be made" bash -c 'head -c 100 '"$pack"'/sbom | grep -q python3'
for unit in $pack/debian/*.service; do
	check "$unit is confined" grep -q '^ProtectSystem=strict' "$unit"
	check "$unit may not write but where it says" absent 'ReadWritePaths=/$' "$unit"
	# systemd of Debian 12 has no group for these calls, and ends who makes one that is not allowed
	settings=$(sed -n 's,^EnvironmentFile=/etc/default/,,p' "$unit")
	check "$unit has its settings" grep -qE "dh_installinit (.*--name=|-p)$settings( |$)" $pack/debian/rules
	check "they are there" test -s "$(ls $pack/debian/{,*.}"$settings.default" 2>/dev/null | head -n 1)"
	check "$unit lets Landlock" grep -q '^SystemCallFilter=.*landlock_restrict_self' "$unit"
	! command -v systemd-analyze >/dev/null ||
		check "$unit says nothing unknown" absent ignoring <(systemd-analyze verify "$unit" 2>&1)
done
finish
