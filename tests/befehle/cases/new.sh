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

# -o names a file or a folder; what fails leaves nothing behind.
mkdir folder
check "into a folder" status 0 "$R" neu konzept beckum -o folder
check "it is named after its kind" test -s folder/konzept.xml
check "into a folder that is not there yet" status 0 "$R" neu bericht beckum -o other/deep/
check "that is made" test -s other/deep/bericht.xml
check "no room" status 3 bash -c "ulimit -f 0; '$R' neu konzept beckum -o full/deep/konzept.xml"
check "no folder of it is left" test ! -e full
touch file
check "a file in the way" status 3 "$R" neu konzept beckum -o fresh/../file/konzept.xml
check "nothing of that is left either" test ! -e fresh

# What is proposed is a day on which offices work.
for kind in vorlage sitzung; do
	"$R" neu $kind beckum --gremium integrationsrat --inhalt "$TOP/content" >"$kind.xml"
	check "the day of a new $kind" python3 -c "
import datetime, re, sys
day = datetime.date.fromisoformat(re.search(' datum=\"([0-9-]+)\"', open(sys.argv[1]).read()).group(1))
sys.exit(day.weekday() > 4)" "$kind.xml"
done
check "a name that may be is proposed" says 'hier etwa: bad-muessen [AUFRUF]' "$R" neu konzept 'Bad Müssen!'
