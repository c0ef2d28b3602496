# `make werkstatt` on the built tree: nothing is fetched again, one address is printed, and it leads to the desk with
# its editor. Where there is a desktop, a browser is led there by a file that is for nobody else.
if ! "$TOP/src/web/fetch" "$O/share/werkstatt/module" 2>fetch.log; then
	skip "make werkstatt: $(tail -n 1 fetch.log)"
	return 0
fi
unset RATSSATZ_ZUGANG
mv content 'Meine Inhalte'
mkdir bin
printf '#!/bin/sh\ntouch %q/fetched\nexit 1\n' "$PWD" >bin/npm
cat >bin/xdg-open <<IN
#!/bin/sh
echo "\$@" >>"$PWD/shown"
stat -c %a "\$1" >"$PWD/rights"
cp "\$1" "$PWD/leads.html"
exit \$(cat "$PWD/browser")
IN
chmod +x bin/*
echo 0 >browser
# made [NAME=VALUE]: sets maker, address and port
made() {
	: >said                                        # what one before said is not this one's
	env -u DISPLAY -u WAYLAND_DISPLAY MAKEFLAGS= PATH="$PWD/bin:$PATH" "$@" \
		make -s -C "$TOP" O="${O#"$TOP/"}" werkstatt INHALT="$PWD/Meine Inhalte" PORT=0 >said 2>&1 &
	maker=$!
	trap 'kill $maker 2>/dev/null' EXIT
	eventually eval 'grep -q "^Werkstatt:" said || ! kill -0 $maker'
	address=$(sed -n 's/^Werkstatt: //p' said)
	port=$(expr "$address" : 'http://127.0.0.1:\([0-9]*\)/')
}
# enters JAR: by the address, as a browser does
enters() { curl -sSf -c "$1" "$address" && curl -sSf -b "$1" "http://127.0.0.1:$port/" | grep main.js; }
ended() { kill "$maker" && ! wait "$maker"; eventually eval '! curl -s "http://127.0.0.1:$port/gesund"'; }

made
check "one address" equal "$(grep -cE 'https?://' said)" 1
check "nobody without it comes in" status 22 curl -sSf "http://127.0.0.1:$port/"
check "it leads to the desk" says main.js enters jar
check "which knows its documents" says beckum/integrationskonzept-2018/konzept.xml \
	curl -sSf -b jar "http://127.0.0.1:$port/api/documents"
check "and has its editor" says "class EditorView" curl -sSf -b jar "http://127.0.0.1:$port/module/prosemirror-view.js"
check "without a desktop no browser is asked" test ! -e shown
check "it ends" ended

made DISPLAY=:77
check "a browser is asked" eventually test -s leads.html
check "once" equal "$(wc -l <shown)" 1
check "one address with a browser" equal "$(grep -cE 'https?://' said)" 1
check "the file leads to the desk" grep -qF "url=$address\"" leads.html
check "and is for nobody else" equal "$(cat rights)" 600
check "no token where others can see it" absent "${address##*=}" shown
check "it leads there" says main.js enters jar2
check "it ends with a browser" ended
check "and its file is gone" eventually test ! -e "$(cat shown)"

echo 3 >browser
made WAYLAND_DISPLAY=wayland-77
check "no browser: said" eventually grep -q '^Es ließ sich kein Browser öffnen' said
check "and it goes on" says main.js enters jar3
check "it ends without a browser" ended
check "nothing was fetched again" test ! -e fetched
