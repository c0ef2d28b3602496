# One changed file sets exactly what depends on it.
# changed WHAT FILE LIST [MORE]: a few bytes more, exactly these are set; as it was, and they are set again
changed() {
	cp "$2" before
	printf '%s' "${4:-$COMMENT}" >>"$2"
	check "$1" run
	were_set "$1" "$3"
	cp before "$2"
	check "$1, back" run
	were_set "$1, back" "$3"
}
changed "master file" $SLIDES/praesentation.xml "$F"
changed "chapter (xi:include)" $TOWN/integrationskonzept-2019/02-01-wohnraum.xml "$K19"
changed "edition before, quoted edition" $TOWN/integrationskonzept-2018/02-01-wohnraum.xml "$K18 $K19 $F $V"
changed CSV "$(find $TOWN/integrationskonzept-2019/daten -name '*.csv' | sort | head -n 1)" "$K19" $'\n'
changed picture $TOWN/integrationskonzept-2019/bilder/wappen.svg "$K19"
changed directory content/borken/verzeichnis.xml "$Z"
changed look templates/borken/gestaltung.xml "$Z"
changed "ground of the look" templates/grund/regeln.xml "$K18 $K19 $Z $F $V"
