# The handbook's recipe for editors, with an installed program: the catalog of a new town and the line neu writes.
mkdir -p there/bin there/share/ratssatz town
cp "$R" "$R-ganz" there/bin
cp -rL "$O"/share/. there/share/ratssatz
program=$PWD/there/bin/ratssatz
cd town || return
check "a town" status 0 env -u RATSSATZ_GESTALTUNG "$program" ort-anlegen -q probestadt
catalog=templates/schema/catalog.xml            # blanks part the names of catalogs: none of the folder above
check "its catalog" test -s "$catalog"
by_catalog() { XML_CATALOG_FILES=$catalog xmllint --noout --schema urn:ratssatz:1 "$@"; }
check "the catalog leads to the schema" by_catalog content/probestadt/konzept/konzept.xml
sed 's/titel>/titul>/g' content/probestadt/konzept/konzept.xml >wrong.xml
export XML_CATALOG_FILES=$catalog
check "which refuses what is wrong" status 3 xmllint --noout --schema urn:ratssatz:1 wrong.xml
model() { sed -n 's/%20/ /g; s/^<?xml-model href="\([^"]*\)".*/\1/p' "$1"; }
for kind in konzept bericht praesentation vorlage sitzung kapitel verzeichnis; do
	env -u RATSSATZ_GESTALTUNG "$program" neu $kind probestadt -o "new-$kind.xml" 2>/dev/null
	check "neu $kind names the installed schema" test "$(model "new-$kind.xml")" = \
		"$(realpath ../there/share/ratssatz/schema/ratssatz.xsd)"
done
check "by which it is right" xmllint --noout --schema "$(model new-vorlage.xml)" new-vorlage.xml
check "a second town leaves the catalog" status 0 env -u RATSSATZ_GESTALTUNG "$program" ort-anlegen -q zweitstadt
