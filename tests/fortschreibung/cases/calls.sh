# Calls that cannot work.
# wrong STATUS CODE COMMAND…
wrong() {
	local want=$1 code=$2
	shift 2
	status "$want" "$R" "$@" "${with[@]}" && grep -q "\[$code\]" stderr
}
check "an earlier year" wrong 1 EDITIONALT fortschreiben --von $OLD --nach konzept-2010
check "an earlier year: nothing is written" test ! -e konzept-2010
check "no year" wrong 2 AUFRUF fortschreiben --von $OLD --nach konzept
check "with --edition" status 0 "$R" fortschreiben -q "${with[@]}" --von $OLD --nach konzept --edition 2021
check "it is 2021" grep -q 'edition="2021"' konzept/konzept.xml
check "a folder that is not ours" wrong 1 ZIELFREMD \
	fortschreiben --von $OLD --nach content/borken/zusammenleben-2016 --edition 2020
check "it stays as it was" diff -r "$TOP/content/borken" content/borken
check "no such office" wrong 3 STELLEFREMD stand --stelle gibt-es-nicht $NEW
check "no predecessor" wrong 3 GEGEN pruefen --gegen content/beckum/verzeichnis.xml $NEW
