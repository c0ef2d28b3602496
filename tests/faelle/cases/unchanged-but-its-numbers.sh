# A Maßnahme that is said to be as it was: another wording may be, another number in goal or steps is told.
then=$(echo $K18/02-04*.xml) now=$(echo $K19/02-04*.xml)
sed -i 's|<schritt id="s-hze">|&Bis zum 1. Juli 2020 gibt es 3 Gruppen, 1.200 Euro und Hilfe. |' "$then" "$now"
cp "$now" first.xml
# reads AS STATUS: the steps of the new edition read AS
reads() {
	sed "s|Bis zum 1. Juli 2020 gibt es 3 Gruppen, 1.200 Euro und Hilfe|$1|" first.xml >"$now"
	check "$1: $2" status "$2" "$R" pruefen --gegen $K18/konzept.xml $K19/konzept.xml
	check "$1: told or silent" equal "$(grep -c 'Zahlen in der Umsetzung' "$WORK/stderr")" "$2"
}
reads "Bis zum 1. Juli 2020 gibt es 3 Gruppen, 1.200 Euro und Hilfe" 0
reads "Bis zum 1. Juli 2025 gibt es 3 Gruppen, 1.200 Euro und Hilfe" 1
reads "Bis zum 1. Juli 2020 gibt es 4 Gruppen, 1.200 Euro und Hilfe" 1
reads "Zum 1. Juli 2020 werden 3 Gruppen, 1200 Euro und Hilfe da sein" 0
reads "Bis zum 1. Juli 2020 gibt es drei Gruppen, 1.200 Euro und Hilfe" 0
