# layers.awk: checks every #include of the C files given against src/layers.
# usage: awk -f src/layers.awk src/layers src/*/*.[ch] src/*/*/*.[ch]
FILENAME ~ /layers$/ {
	sub(/#.*/, "")
	if ($1 ~ /^@/) { lib[substr($1, 2)] = $0; next }
	if ($1 ~ /^\+/) {
		for (i = 2; i <= NF; i++) {
			made = sub(/^\(/, "", $i) && sub(/\)$/, "", $i)        # (NAME): by the build
			public[substr($1, 2) "/" $i] = made ? "made" : "here"
		}
		next
	}
	if ($1 ~ /:$/) { room = $1; sub(/:/, "", room); known[room] = 1; for (i = 2; i <= NF; i++) may[room, $i] = 1 }
	next
}
function fault(text) { print FILENAME ":" FNR ": error: " text; bad = 1 }
function is_public(header) { split(header, part, "/"); return (header in public) || ((part[1] "/*") in public) }
FNR == 1 { split(FILENAME, path, "/"); from = path[2]; self = from "/" path[3] }
/^[ \t]*#[ \t]*include/ {
	if (!(from in known)) { fault("room " from " is not in src/layers"); next }
	if (match($0, /"[^"]+"/)) {
		header = to = substr($0, RSTART + 1, RLENGTH - 2)
		if (to !~ /\//) { fault("write \"" from "/" to "\", with its room"); next }
		sub(/\/.*/, "", to)
		if (to != from && !((from, to) in may)) fault(from " may not include " to)
		else if (to != from && !is_public(header)) fault(header " is private to " to " (src/layers: +" to ")")
		else if (to == from && is_public(self) && header ~ /\.h$/ && !is_public(header))
			fault("a public header of " from " may not include " header ", which is private")
	} else if (match($0, /<[^>]+>/)) {
		to = substr($0, RSTART + 1, RLENGTH - 2)
		for (l in lib) if (index(to, l) == 1) {
			n = split(lib[l], rooms, " "); ok = 0
			for (i = 2; i <= n; i++) if (rooms[i] == from) ok = 1
			if (!ok) fault(to " belongs to" substr(lib[l], length(l) + 2))
		}
	}
}
END {
	for (p in public)
		if (p !~ /\*$/ && public[p] == "here" && (getline line < ("src/" p)) < 0) {
			print "src/layers: " p " does not exist"
			bad = 1
		}
	exit bad
}
