# Skeletons.
for kind in konzept bericht praesentation; do
	check "a new $kind" status 0 "$R" neu $kind beckum -o "new/$kind.xml"
	check "a new $kind is valid" status 0 "$R" pruefen --inhalt "$TOP/content" "new/$kind.xml"
	check "a new $kind overwrites nothing" status 3 "$R" neu $kind beckum -o "new/$kind.xml"
done
for kind in kapitel handlungsfeld massnahme verzeichnis; do
	check "a new $kind" status 0 "$R" neu $kind beckum
	check "a new $kind is well-formed" python3 -c "import xml.dom.minidom; xml.dom.minidom.parse('stdout')"
done
check "a new something" status 2 "$R" neu quatsch beckum
