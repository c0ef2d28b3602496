#!/usr/bin/env bash
# Suite: bad inputs. What `pruefen` says about tests/eingabe/NAME.xml while reading must be NAME.err, line by line.
# Only the codes of reading are compared; what later stages find in the same file is not this suite's matter.
# Inputs too large for the repository are made by tests/eingabe/erzeugen.sh, their messages stand there.
. "$(dirname "$0")/lib.sh"
# what is told while reading
codes='XML|KODIERUNG|NAMENSRAUM|ENTITAET|GRENZE|INCLUDE|WURZEL|ELEMENT|REIHENFOLGE|ANZAHL|PFLICHT|TEXT|ATTRIBUT|FORM'
codes="$codes|KOMBINATION|CSV|LITERATUR|BILDDATEI|ANLAGENDATEI|KONZEPTAUSGABE|VERZEICHNIS|SCHEMA|DATEI|ID|ANTEIL|BETRAG"

# one NAME FILE…: in the current folder
one() {
	local name=$1 want=0 got
	shift
	timeout 60 "$R" pruefen --inhalt "$contents" --vorlagen "$templates" "$@" >"$WORK/stdout" 2>"$WORK/all"
	got=$?
	grep -E "\[($codes)\]\$" "$WORK/all" >"$WORK/is"
	recording "$name.err" "$WORK/is" && return
	grep -qE ': Fehler: ' "$name.err" && want=1
	grep -qE '\[(DATEI|SCHEMA)\]$' "$name.err" && want=3
	if ! cmp -s "$name.err" "$WORK/is"; then
		fail "$name: other messages"
		diff "$name.err" "$WORK/is" | head -n 20
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
	wanted "${err%.err}" && one "${err%.err}" "${err%.err}.xml"
done
cd "$TOP" || exit 1
if [ -z "$record" ] && [[ gross == $CASE* || $CASE == gross* ]]; then
	contents=$TOP/tests/eingabe/inhalt templates=$TOP/templates
	tests/eingabe/erzeugen.sh "$WORK/large" || fail "erzeugen.sh"
	cd "$WORK/large" || exit 1
	for err in *.err; do
		wanted "${err%.err}" && one "${err%.err}" "${err%.err}.xml"
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
