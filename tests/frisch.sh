#!/usr/bin/env bash
# Long suite: fresh machines. Debian 12, Debian 13, Ubuntu 24.04 as chroots (debootstrap) with what README names, and
# nothing else: in each a fresh clone, its path with a space, in which `make demo`, `make test` or `make werkstatt` is
# the first command, as root in a private folder and as an ordinary user. Needs root and network; what cannot be had is
# skipped, counted.
# usage: tests/frisch.sh [out] [SYSTEM]       SYSTEM: bookworm trixie noble, or a pattern
# Mirrors: $DEBIAN_MIRROR, else where this machine's own packages come from (if it is a Debian); $UBUNTU_MIRROR.
# npm asks in them where this machine's npm does.
# $FRISCH_USERS: "root anna". $FRISCH_TARGETS: "demo test werkstatt deb"; with the last, as root, the packages are used
# and removed (paket-probe.sh), and on this machine built twice, elsewhere and at another time: the same bytes; and a
# container is built of them (buildah).
# Base systems and logs stay in out/frisch; what is tried lies on top and vanishes.
. "$(dirname "$0")/lib.sh"
home=$O/frisch
mkdir -p "$home"

mirror() {
	case $1 in
	noble) echo "${UBUNTU_MIRROR:-}" ;;
	*) echo "${DEBIAN_MIRROR:-$([ -e /etc/debian_version ] && ! grep -q ubuntu /etc/os-release &&
		apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)}" ;;
	esac
}

# base SYSTEM MIRROR: what README says one needs, and sudo for the ordinary user
base() {
	local root=$home/$1 script=/usr/share/debootstrap/scripts/$1
	[ -e "$root.done" ] && return
	rm -rf "$root"
	[ -e "$script" ] || script=/usr/share/debootstrap/scripts/gutsy
	debootstrap --variant=minbase --include=ca-certificates,git,make,gcc,sudo "$1" "$root" "$2" "$script" || return
	chroot "$root" useradd -m -s /bin/bash anna || return
	echo 'anna ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/anna"
	touch "$root.done"
}

# try SYSTEM USER TARGET: in a namespace of its own, so that every mount ends with it
try() {
	local root=$home/$1 place=/srv/privat npm
	[ "$2" = root ] || place=$(chroot "$root" bash -c "echo ~$2")
	npm=($(npm config get registry 2>/dev/null) $(npm config get cafile 2>/dev/null))
	unshare --mount --pid --fork --propagation private bash -s -- "$root" "$2" "$place/Meine Dokumente" "$3" \
		"${npm[@]}" <<-'IN'
		set -e
		root=$1 user=$2 place=$3 target=$4 asks=(${5:+NPM_CONFIG_REGISTRY="$5"})
		umask 022
		top=$(mktemp -d)
		mount -t tmpfs tmpfs "$top"
		mkdir "$top/upper" "$top/work" "$top/system"
		mount -t overlay overlay -o "lowerdir=$root,upperdir=$top/upper,workdir=$top/work" "$top/system"
		mount -t proc proc "$top/system/proc"
		mount --rbind /dev "$top/system/dev"
		cp /etc/resolv.conf "$top/system/etc/"
		mkdir -p "$top/system$place"
		chmod 700 "$top/system${place%/*}"
		git clone -q . "$top/system$place/ratssatz"
		mkdir -p "$top/system$place/ratssatz/out"
		[ -d out/werkzeug ] && cp -r out/werkzeug "$top/system$place/ratssatz/out/"
		[ "$user" = root ] || chroot "$top/system" chown -R "$user:$user" "$place"
		printf '127.0.0.1 localhost %s\n' "$(hostname)" >"$top/system/etc/hosts"
		if [ -f "${6:-}" ]; then
			cp "$6" "$top/system/etc/npm.pem"
			asks+=(NPM_CONFIG_CAFILE=/etc/npm.pem)
		fi
		home=${place%/*}
		chroot --userspec="$user" --groups= "$top/system" \
			env -i HOME="$home" USER="$user" LANG=C.UTF-8 "${asks[@]}" \
			PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
			bash -c 'cd "$1" && umask 077 && case $2 in
				werkstatt) tests/werkstatt-probe.sh ;;
				deb) make deb && tests/paket-probe.sh ;;
				*) make "$2" ;;
				esac' - "$place/ratssatz" "$target"
	IN
}

one_system() {
	local s=$1 from user target log
	from=$(mirror "$s")
	if [ -z "$from" ]; then
		skip "$s: no mirror is known (DEBIAN_MIRROR, UBUNTU_MIRROR)"
		return
	fi
	if ! base "$s" "$from" >"$home/$s.log" 2>&1; then
		skip "$s: cannot be had: $(tail -n 1 "$home/$s.log")"
		return
	fi
	for user in ${FRISCH_USERS:-root anna}; do
		for target in ${FRISCH_TARGETS:-demo test werkstatt deb}; do
			[ "$s $target" != "noble deb" ] && [ "$user $target" != "anna deb" ] || continue
			log=$home/$s-$user-$target.log
			if try "$s" "$user" "$target" >"$log" 2>&1; then
				pass
			else
				fail "$s: make $target as $user"
				tail -n 20 "$log"
			fi
			! grep -qaE '^(pass|fail)	' "$log" || verdicts grep -aE '^(pass|fail)	' "$log"
			grep -hE '^(SKIPPED|FAILED|AUSGELASSEN)|^[0-9]+ passed' "$log" | sed "s/^/$s $user: /"
		done
	done
}

# the same tree built here and elsewhere, in a path with a blank, in another language, time zone and with other rights:
# the same packages
built_twice() {
	local a=$WORK/hier b="$WORK/anderswo/ein Ort" f
	mkdir -p "${b%/*}" && git clone -q . "$a" && git clone -q . "$b" || return
	(cd "$a" && make -s deb) >"$WORK/a.log" 2>&1 || return
	(cd "$b" && umask 077 && TZ=Asia/Tokyo LC_ALL=C LANG=C HOME=$WORK make -s deb) >"$WORK/b.log" 2>&1 || return
	for f in "$a"/out/deb/*.deb "$a"/out/deb/*.spdx.json; do cmp "$f" "$b/out/deb/${f##*/}" || return; done
}
case " ${FRISCH_TARGETS:-demo test werkstatt deb} " in *" deb "*)
	if command -v dh >/dev/null; then
		check "built twice, the same bytes" built_twice
	else
		skip "built twice: debhelper is missing"
	fi
	command -v lintian >/dev/null &&
		check "lintian" lintian --allow-root --fail-on error "$WORK"/hier/out/deb/ratssatz*.deb
esac
# The container of the package just built, on a fresh system of the same Debian, so that no registry is asked; a
# document is set in it by its own user.
in_container() {
	local s store=$WORK/container box from
	s=$(. /etc/os-release && echo "$VERSION_CODENAME")
	base "$s" "$(mirror "$s")" >>"$home/$s.log" 2>&1 || return
	ctr() { buildah --root "$store/root" --runroot "$store/run" --storage-driver vfs "$@"; }
	tar -C "$home/$s" --exclude=./proc --exclude=./sys --exclude=./dev -cf "$store.tar" . || return
	from=$(ctr from scratch) && ctr add -q "$from" "$store.tar" / || return
	ctr commit -q "$from" localhost/frisch || return
	ctr build --pull-never --isolation chroot --network host --build-arg BASE=localhost/frisch -t ratssatz \
		-f src/packaging/Containerfile "$WORK/hier" || return
	box=$(ctr from --pull-never localhost/ratssatz) && ctr run --isolation chroot "$box" sh -ec '
		[ "$(id -un)" = ratssatz ]
		cd "$(mktemp -d)"
		ratssatz ort-anlegen -q probe Probe
		ratssatz setzen -q -o . content/probe/*/konzept.xml
		head -c 5 ./*.pdf | grep -q %PDF-'
}
case " ${FRISCH_TARGETS:-demo test werkstatt deb} " in *" deb "*)
	if [ "$(id -u)" -ne 0 ] || ! command -v buildah >/dev/null || ! command -v debootstrap >/dev/null; then
		skip "a container: buildah or debootstrap is missing, or this is not root"
	else
		check "a container is built of the package, and sets" in_container
		rm -rf "$WORK/container" "$WORK/container.tar"
	fi
esac
if [ "$(id -u)" -ne 0 ]; then
	skip "fresh machines: only root can make them"
	found=1
elif ! command -v debootstrap >/dev/null; then
	skip "fresh machines: debootstrap is missing"
	found=1
else
	for s in bookworm trixie noble; do
		wanted "$s" && one_system "$s"
	done
fi
finish
