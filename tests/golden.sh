#!/usr/bin/env bash
# Suite: Goldens: tests/golden/NAME.xml with NAME.blocks, NAME.tags, NAME.vorlesen, and NAME.pages where there is one: what a stage prints.
# --neu writes them again.
cd "$(dirname "$0")/.." || exit 1
neu=; [ "${1:-}" = --neu ] && { neu=1; shift; }
. tests/gemeinsam.sh
for x in tests/golden/*.xml; do
	for art in blocks tags vorlesen pages; do
		[ $art = pages ] && ! [ -e "${x%.xml}.pages" ] && continue
		soll=${x%.xml}.$art
		"$R" setzen -q --inhalt tests/inhalt --dump=$art "$x" >"$WERK/ist" 2>"$WERK/meldungen"
		if [ -n "$neu" ]; then
			cp "$WERK/ist" "$soll"
		elif [ ! -e "$soll" ]; then
			schlecht "$soll fehlt"
		elif cmp -s "$soll" "$WERK/ist"; then
			gut
		else
			schlecht "$x --dump=$art"
			diff "$soll" "$WERK/ist" | head -n 10
			head -n 3 "$WERK/meldungen"
		fi
	done
done
schluss
