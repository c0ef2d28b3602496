#!/bin/sh
# verapdf.sh PDF…: validates against PDF/UA-1 and PDF/A-3a, in one JVM run, and prints what fails, by rule.
# veraPDF comes once through Maven into out/werkzeug/verapdf; $VERAPDF names another veraPDF command.
# verapdf.sh --fetch: only that.
# Exit 0: all pass; 1: a failure; 2: usage; 77: veraPDF cannot be had here (no network), nothing was checked.
set -u
VERSION=1.28.2
root=$(cd "$(dirname "$0")/.." && pwd)
home=$root/out/werkzeug/verapdf
main=org.verapdf.apps.GreenfieldCliWrapper

skip() {
	echo "verapdf.sh: NOT CHECKED: $*" >&2
	exit 77
}

fetch() {
	[ -e "$home/fertig-$VERSION" ] && return
	command -v mvn >/dev/null || skip "mvn (Maven) is missing"
	rm -rf "$home/lib"
	cat > "$home/pom.xml" <<-POM
		<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
		<groupId>ratssatz</groupId><artifactId>werkzeug</artifactId><version>1</version>
		<dependencies><dependency><groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId>
		<version>$VERSION</version></dependency></dependencies></project>
	POM
	(cd "$home" && mvn -B -q dependency:copy-dependencies -DoutputDirectory=lib -DincludeScope=runtime) \
		> "$home/mvn.log" 2>&1 || skip "veraPDF $VERSION cannot be had, see $home/mvn.log"
	touch "$home/fertig-$VERSION"
}

ready() {
	[ -z "${VERAPDF:-}" ] || return 0
	command -v java >/dev/null || skip "java is missing"
	mkdir -p "$home"
	(flock 9 && fetch) 9>"$home/lock" || exit          # suites run side by side
}

run() {
	if [ -n "${VERAPDF:-}" ]; then
		"$VERAPDF" "$@"
	else
		# the first compiler only: the second takes longer than the run is faster by it
		java -Djava.awt.headless=true -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$home/lib/*" $main "$@"
	fi
}

[ "${1:-}" != --fetch ] || { ready; exit; }
[ $# -gt 0 ] || { echo "usage: tests/verapdf.sh PDF…" >&2; exit 2; }
for f; do
	[ -r "$f" ] || { echo "verapdf.sh: $f cannot be read" >&2; exit 2; }
done
ready
mkdir -p "$root/out/werkzeug"
report=$root/out/werkzeug/verapdf.$$.xml
trap 'rm -f "$report"' EXIT
# without a flavour named each file is judged by what its metadata claim; what it does not claim is a fault
run --flavour 0 --format xml --maxfailuresdisplayed 3 --loglevel 1 "$@" >"$report"
awk -v want=$# '
	function attr(name,  s) {
		if (!match($0, " " name "=\"[^\"]*\"")) return ""
		s = substr($0, RSTART, RLENGTH); sub(/^[^"]*"/, "", s); sub(/"$/, "", s); return s
	}
	function text(  s) { s = $0; gsub(/<[^>]*>/, "", s); sub(/^[ \t]+/, "", s); return s }
	function fault(what) { bad++; print "FAULT  " what }
	BEGIN { flavours["PDF/UA-1"] = "ua1"; flavours["PDF/A-3A"] = "3a" }
	/<job>/ { delete judged }
	/<name>/ && !rule { file = text() }
	/<validationReport / {
		profile = attr("profileName"); sub(/ .*/, "", profile); flavour = flavours[profile]
		judged[profile] = 1
		if (attr("isCompliant") != "true") fault((flavour ? flavour : profile) " " file)
		else if (flavour) { ok++; print "ok     " flavour " " file }
	}
	/<rule / && attr("status") == "failed" {
		rule = 1
		shown = 0
		printf "       %s-%s, %s times: ", attr("clause"), attr("testNumber"), attr("failedChecks")
	}
	/<description>/ && rule { print text() }
	/<context>/ && rule && !shown++ { print "         " text() }
	/<errorMessage>/ && rule && shown < 2 { print "         " text() }
	/<\/rule>/ { rule = 0 }
	/<exceptionMessage/ { fault(file ": " text()) }
	/<\/job>/ {
		jobs++
		for (p in flavours) if (!(p in judged)) fault(flavours[p] " " file ": it does not claim " p)
	}
	END {
		if (jobs < want) fault(want - jobs " files are not read")
		exit bad > 0 || ok != 2 * want
	}
' "$report"
