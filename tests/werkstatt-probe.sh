#!/usr/bin/env bash
# `make werkstatt` as the first command on a fresh machine, with no other tools than it installs: one address, which
# leads to the desk; a word written is on the page, saved, and taken back. Called by tests/frisch.sh in a chroot, in the
# checkout. Prints "pass" or "fail", a tab, what it was.
set -u -o pipefail
folder=content/beckum/integrationskonzept-2018
document=$folder/konzept.xml chapter=$folder/02-01-wohnraum.xml
said=$(mktemp) answer=$(mktemp)
make werkstatt PORT=0 >"$said" 2>&1 &
maker=$!
trap 'kill $maker 2>/dev/null; wait $maker; rm -f "$said" "$answer"' EXIT
verdict() { # WHAT COMMAND…
	local what=$1
	shift
	if "$@" >/dev/null 2>&1; then printf 'pass\t%s\n' "$what"; else printf 'fail\t%s\n' "$what"; bad=1; fi
}
bad=0 stamp=$(date +%s%N)
until grep -q '^Werkstatt:' "$said" || ! kill -0 $maker 2>/dev/null; do sleep 1; done
grep -v '^Werkstatt:' "$said" | tail -n 20
port=$(sed -n 's/^Werkstatt: http:..127.0.0.1:\([0-9]*\).*/\1/p' "$said") token=$(sed -n 's/.*zugang=//p' "$said")
verdict "one address" [ "$(grep -cE 'https?://' "$said")" = 1 ]
[ $bad = 0 ] || exit 1

guard=none
# ask METHOD PATH [BODY]: the answer goes to stdout; fails when it is no 200
ask() {
	local LC_ALL=C body=${3:-}                     # a length is counted in bytes
	exec 3<>"/dev/tcp/127.0.0.1/$port" || return
	printf '%s\r\n' "$1 $2 HTTP/1.1" "Host: 127.0.0.1:$port" "Cookie: ratssatz-$port=$token" "X-Ratssatz: $guard" \
		"Connection: close" "Content-Length: ${#body}" "" >&3
	printf %s "$body" >&3
	cat <&3 >"$answer"
	exec 3>&-
	cat "$answer"
	head -n 1 "$answer" | grep -q ' 200 '
}
shows() { ask "$@" | grep -aqF -- "$words"; }
words='main.js' && verdict "the desk" shows GET /
words='class EditorView' && verdict "its editor" shows GET /module/prosemirror-view.js
words=${document#content/} && verdict "its documents" shows GET /api/documents
guard=$(ask GET /api/session | sed -n 's/.*"guard":"\([^"]*\)".*/\1/p')
# the title of the chapter, as it is and as somebody writes it
part() { printf '"path":"%s","place":"handlungsfeld/titel","old":"<titel>%s</titel>","now":"<titel>%s</titel>"' \
	"${chapter#content/}" "$1" "$2"; }
seen=$(cksum <"$chapter")
words=Probewort && verdict "what is written is on the page" shows POST /api/preview \
	"{\"document\":\"${document#content/}\",\"known\":[],\"first\":0,\"last\":99,
	\"changes\":[{$(part Wohnraum Probewort)}]}"
verdict "and is saved" ask POST /api/part "{\"id\":\"hin-$stamp\",$(part Wohnraum Probewort)}"
verdict "in the file" grep -q '<titel>Probewort</titel>' "$chapter"
verdict "and back" ask POST /api/part "{\"id\":\"her-$stamp\",$(part Probewort Wohnraum)}"
verdict "every byte" [ "$(cksum <"$chapter")" = "$seen" ]
exit $bad
