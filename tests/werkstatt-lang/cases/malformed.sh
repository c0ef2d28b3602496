# Malformed requests under the sanitizers (ANFRAGEN=10000, SAAT): broken heads, and whole ones with broken contents for
# each route; then slow ones, which hold up nobody and are let go.
R=$TOP/out/san/bin/ratssatz
if ! [ -x "$R-ganz" ]; then
	skip "malformed requests: out/san is not built (make SAN=1 all)"
	return 0
fi
# small documents: what is asked is not how long a page takes
mv content all
mkdir -p content/beckum/antworten content/beckum/sitzungen
cp all/beckum/*.* content/beckum
cp -r all/beckum/sitzungen/2023-05-31 content/beckum/sitzungen
cp "$DESK/antworten/alt.xml" content/beckum/antworten/konzept.xml
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
desk -o aus
verdicts python3 "$DESK/malformed.py" "$port" "$pid" "${ANFRAGEN:-10000}" "${SAAT:-4711}" \
	"$TOP/src/werkstatt/http.c" "$TOP/tests/dienen"
left=$(ls -A | grep -vxE 'all|aus|content|desk.log|stderr|stdout|templates|last')
check "nothing was written elsewhere" equal "$left" ""
check "no fault, no leak" ends TERM
check "nothing from the sanitizers" absent 'runtime error|Sanitizer' desk.log
