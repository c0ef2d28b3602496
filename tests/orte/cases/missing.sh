# What a document lacks is told, whatever it is: each attribute and each innermost element of papers, sessions and
# minutes taken away once leaves no check and no page that reads what is not there.
export RATSSATZ_INHALT=content RATSSATZ_GESTALTUNG=templates
for town in auental elbtal tiefwald; do
	mkdir -p templates/$town content/$town
	cp "$TOP"/tests/orte/orte/$town/{gestaltung,regeln}.xml templates/$town
	cp "$TOP"/tests/orte/orte/$town/{verzeichnis,vorlage-*,sitzung,niederschrift}.xml content/$town
done
py 'import glob, re, subprocess, sys
seen = set()
def less(path):
    s = open(path).read()
    bare = re.sub("<!--.*?-->", lambda m: " " * len(m[0]), s, flags=re.S)
    root = re.search("<([a-z]+) xmlns=", bare)[1]
    for tag in re.finditer(r"<([a-z-]+)((?:\s+[a-z-]+=\"[^\"]*\")+)", bare):
        for a in re.finditer(r"\s+([a-z-]+)=\"[^\"]*\"", tag[2]):
            if a[1] != "xmlns":
                yield (root, tag[1], a[1]), s[:tag.start(2) + a.start()] + s[tag.start(2) + a.end():]
    for e in re.finditer(r"<([a-z-]+)(?:\s[^<>]*)?(?:/>|>[^<>]*</\1>)", bare):
        yield (root, e[1], ""), s[:e.start()] + s[e.end():]
for path in sorted(glob.glob("content/*/[vsn]*-*.xml") + glob.glob("content/*/[sn]*.xml")):
    for what, xml in less(path):
        if what in seen:
            continue
        seen.add(what)
        without = path.rsplit("/", 1)[0] + "/without.xml"
        open(without, "w").write(xml)
        r = subprocess.run([sys.argv[1], "pruefen", without], capture_output=True, text=True)
        if r.returncode not in (0, 1) or "(null)" in r.stdout + r.stderr:
            print(*what, r.returncode)
print(len(seen) > 100)' "$R" >without
check "nothing falls over what is missing" equal "$(cat without)" True
