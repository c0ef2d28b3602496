#!/bin/sh
# On a fresh Debian, as root: the packages are installed, used, changed, installed again and removed; nothing stays.
# Called by tests/frisch.sh in a chroot, in the checkout that has built them. Prints "pass" or "fail", a tab, what it
# was.
set -u
mkdir -p out/probe
cp out/deb/ratssatz_*.deb out/deb/ratssatz-werkstatt_*.deb out/probe
python3 -c 'import sqlite3; c = sqlite3.connect("out/probe/old.db")
c.executescript(open("tests/unit/register/stand-1.sql").read()); c.commit()'
cd out/probe || exit 2
export DEBIAN_FRONTEND=noninteractive SOURCE_DATE_EPOCH=0 LC_ALL=C.UTF-8
verdict() { # WHAT COMMAND…
	what=$1
	shift
	if "$@" >last.log 2>&1; then
		printf 'pass\t%s\n' "$what"
	else
		printf 'fail\t%s: %s\n' "$what" "$(tail -n 1 last.log)"
	fi
}
all() { find / -xdev \( -path /proc -o -path /run -o -path /sys -o -path /tmp -o -path /var/cache \
	-o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/log -o -path "$PWD" \) -prune -o -print | sort; }
apt-get update -qq >/dev/null 2>&1
# what they depend on stays; it is no part of the question
needs=$(dpkg-deb -f ratssatz_*.deb Depends | sed 's/([^)]*)//g; s/|[^,]*//g; s/,/ /g')
# shellcheck disable=SC2086
verdict "what they need is to be had" apt-get install -y -qq --no-install-recommends $needs man-db
all >before
verdict "installed" dpkg -i ratssatz_*.deb ratssatz-werkstatt_*.deb
verdict "its version" sh -c 'ratssatz --version | grep -q "$(dpkg-query -W -f "\${Version}" ratssatz)"'
mkdir -p use && cd use || exit 2
verdict "a new town" ratssatz ort-anlegen -q probe Probe
verdict "its first document is set" ratssatz setzen -q -o . content/probe/*/konzept.xml
verdict "it is a PDF" sh -c 'head -c 5 ./*.pdf | grep -q %PDF-'
verdict "the spelling has its dictionary" ratssatz pruefen -q --rechtschreibung content/probe/*/konzept.xml
verdict "jobs" sh -c 'ratssatz stapel plan -q content -o s/j.ndjson && ratssatz stapel lauf -q s/j.ndjson &&
	ratssatz stapel sammeln -q s/j.ndjson'
cp ../old.db old.db
verdict "a register of 0.1.0 is taken over" ratssatz register liste papiere --register old.db
verdict "and kept as it was" sh -c 'ls old.db.stand-*'
cd ..
for file in /usr/share/man/man1/ratssatz.1.gz /usr/share/man/man1/ratssatz-ganz.1.gz \
	/usr/share/bash-completion/completions/ratssatz /usr/share/zsh/vendor-completions/_ratssatz \
	/usr/share/fish/vendor_completions.d/ratssatz.fish /usr/share/doc/ratssatz/handbuch.pdf* \
	/lib/systemd/system/ratssatz-oparl.service /lib/systemd/system/ratssatz-werkstatt.service \
	/usr/share/ratssatz/werkstatt/index.html; do
	verdict "$file" test -e "$file"
done
verdict "the man page is one" sh -c 'man -l /usr/share/man/man1/ratssatz.1.gz | head -n 5 | grep -qi ratssatz'
verdict "no file in both packages" sh -c '! { dpkg -L ratssatz; dpkg -L ratssatz-werkstatt; } | sort | uniq -d |
	while read -r f; do [ -d "$f" ] || echo "$f"; done | grep .'
for unit in ratssatz-oparl ratssatz-sicherung ratssatz-werkstatt; do
	verdict "settings of $unit" test -s /etc/default/$unit
done
echo '# kept' >>/etc/default/ratssatz-oparl
verdict "installed again" dpkg -i --force-confdef ratssatz_*.deb
verdict "what was changed in /etc is kept" grep -q '# kept' /etc/default/ratssatz-oparl
verdict "removed" dpkg -r ratssatz-werkstatt ratssatz
verdict "settings stay" test -e /etc/default/ratssatz-oparl
verdict "purged" dpkg -P ratssatz-werkstatt ratssatz
rm -rf use last.log
all >after
verdict "nothing is left" diff before after
verdict "no account either" sh -c '! grep -q ratssatz /etc/passwd /etc/group'
rm -f before after
