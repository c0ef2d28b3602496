#!/usr/bin/env bash
# Suite: bad inputs. What `pruefen` says about tests/eingabe/NAME.xml while reading must be NAME.err, line by line.
# Only the codes of reading are compared; what later stages find in the same file is not this suite's matter.
# Inputs too large for the repository are made by tests/eingabe/large.sh, their messages stand in tests/eingabe/gross.
. "$(dirname "$0")/lib.sh"
# what is told while reading
codes='XML|KODIERUNG|NAMENSRAUM|ENTITAET|GRENZE|INCLUDE|WURZEL|ELEMENT|REIHENFOLGE|ANZAHL|PFLICHT|TEXT|ATTRIBUT|FORM'
codes="$codes|KOMBINATION|CSV|LITERATUR|BILDDATEI|ANLAGENDATEI|KONZEPTAUSGABE|VERZEICHNIS|SCHEMA|DATEI|ID|ANTEIL|BETRAG"

# fold: messages on one line after the other that say the same become one, "NAME:4-1003: …"
fold() {
	awk -F: 'function flush() {if (n) print file ":" (n == last ? n : n "-" last) ":" text}
		{rest = substr($0, length($1) + length($2) + 3)}
		n && $1 == file && rest == text && $2 == last + 1 {last = $2; next}
		$2 !~ /^[0-9]+$/ {flush(); n = 0; print; next}
		{flush(); file = $1; n = last = $2; text = rest}
		END {flush()}'
}
# one NAME EXPECTED [FILTER]: NAME.xml in the current folder
one() {
	local name=$1 expected=$2 filter=${3:-cat} want=0 got
	timeout 60 "$R" pruefen --inhalt "$contents" --gestaltung "$templates" "$name.xml" >"$WORK/stdout" 2>"$WORK/all"
	got=$?
	grep -E "\[($codes)\]\$" "$WORK/all" | $filter >"$WORK/is"
	recording "$expected" "$WORK/is" && return
	grep -qE ': Fehler: ' "$expected" && want=1
	grep -qE '\[(DATEI|SCHEMA)\]$' "$expected" && want=3
	if ! cmp -s "$expected" "$WORK/is"; then
		fail "$name: other messages"
		diff "$expected" "$WORK/is" | head -n 20
	elif [ "$want" -gt 0 ] && [ $got -ne "$want" ]; then
		fail "$name: exit status $got, not $want"
	elif [ $got -gt 3 ]; then
		fail "$name: exit status $got"
	else
		pass
	fi
}
# libxml2 and we say the same of FILE, changed COUNT times
same_judgement() {
	check "libxml2 and ratssatz judge alike: $1" \
		python3 tests/schema.py "$R" templates/schema/ratssatz.xsd "$1" "$WORK/mutants" "$2"
	rm -rf "$WORK/mutants"
}

# what we set, libxml2 accepts, too
accepted() {
	xmllint --noout --xinclude --noxincludenode --nofixup-base-uris --schema templates/schema/ratssatz.xsd \
		content/*/verzeichnis.xml content/*/*/{konzept,bericht,praesentation}.xml \
		content/*/sitzungen/*/*.xml content/handbuch/handbuch.xml tests/golden/*.xml
}

cd tests/eingabe || exit 1
contents=inhalt templates=vorlagen
for err in *.err; do
	wanted "${err%.err}" && one "${err%.err}" "$err"
done
cd "$TOP" || exit 1
large=()
for err in "$TOP"/tests/eingabe/gross/*.err; do
	name=$(basename "$err" .err)
	wanted "$name" && large+=("$name")
done
if [ ${#large[@]} -gt 0 ]; then
	contents=$TOP/tests/eingabe/inhalt templates=$TOP/templates
	check "large.sh" tests/eingabe/large.sh "$WORK/large"
	cd "$WORK/large" || exit 1
	for name in "${large[@]}"; do
		one "$name" "$TOP/tests/eingabe/gross/$name.err" fold
	done
	cd "$TOP" && rm -rf "$WORK/large"
fi
if [ -z "$CASE$record" ]; then
	check "libxml2 accepts all documents that are set" accepted
	same_judgement tests/golden/bausteine.xml 400
	same_judgement tests/golden/folien.xml 300
	same_judgement tests/eingabe/vorlage-gut.xml 400
	same_judgement tests/eingabe/sitzung-gut.xml 400
fi
finish
