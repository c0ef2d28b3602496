. "$TOP/tests/clerk.sh"
OPARL=$TOP/tests/oparl
at 2023-06-02T08:00:00Z
export_to() { rm -rf "$1"; rs oparl exportieren -q -o "$1"; }
# value EXPORT EXPRESSION: prints it; o(type, text) is the first object whose JSON holds the text, n(type) their number
value() {
	python3 - "$1" "$2" <<-'P'
		import json, os, sys
		every = []
		for d, _, names in sorted(os.walk(sys.argv[1])):
		    for name in sorted(n for n in names if n.endswith('.json')):
		        x = json.load(open(os.path.join(d, name)))
		        if 'data' not in x:
		            every.append(x)
		def of(kind): return [x for x in every if x.get('type', '').endswith('/' + kind)]
		def o(kind, text=''): return next(x for x in of(kind) if text in json.dumps(x, ensure_ascii=False))
		def n(kind): return len(of(kind))
		print(eval('(' + sys.argv[2] + ')'))
	P
}
# holds EXPORT EXPRESSION
holds() { local is; is=$(value "$1" "$2") && [ "$is" = True ] || { echo "$2"; echo "$is"; return 1; }; }
# keeps_to_the_specification WHAT EXPORT
keeps_to_the_specification() {
	if [ -d "$SPEC/oparl" ]; then
		check "$1: nothing against the specification" python3 "$OPARL/judge.py" "$2" "$SPEC/oparl"
	else
		skip "$1: OParl's schema files: ../shared/oparl is missing"
	fi
}
# non_public FILE: the paper becomes so
non_public() { sed -i 's|oeffentlich="ja"|oeffentlich="nein"|; s|</titel>|</titel><neutral>Anderes</neutral>|' "$1"; }
NETWORK=$MAY/vorlage-netzwerk-integration.xml
JUNE=$SESSIONS/2023-06-01
