# What goes wrong while somebody writes, each thing once: no word lost, told, and on by itself. As somebody who is not
# root, on a small disk, where that can be had.
in_chromium || return 0
as=()
if [ "$(id -u)" -eq 0 ] && mkdir small && mount -t tmpfs -o size=24m tmpfs small 2>/dev/null; then
	trap 'umount -l small' EXIT
	mkdir -p small/content/beckum small/content/hohenfeld/sitzungen
	cp -r content/beckum/*.xml content/beckum/integrationskonzept-2018 small/content/beckum
	cp -r content/hohenfeld/*.xml small/content/hohenfeld
	cp -r content/hohenfeld/sitzungen/2026-03-19 small/content/hohenfeld/sitzungen
	rm -r content
	ln -s small/content content
	: >content/klein
	chown -R 65534:65534 small
	as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
else
	skip "no room on the disk while somebody writes: it cannot be mounted here"
fi
verdicts python3 "$DESK/hindered.py" 0 "$axe" "$R-ganz" "${as[@]}"
