# layers.awk: checks every #include of the C files given against src/layers. usage: awk -f src/layers.awk src/layers src/*/*.[ch]
FILENAME ~ /layers$/ {
	sub(/#.*/, "")
	if ($1 ~ /^@/) { lib[substr($1, 2)] = $0; next }
	if ($1 ~ /:$/) { room = $1; sub(/:/, "", room); known[room] = 1; for (i = 2; i <= NF; i++) may[room, $i] = 1 }
	next
}
/^[ \t]*#[ \t]*include/ {
	split(FILENAME, path, "/"); from = path[length(path) - 1]
	if (!(from in known)) { print FILENAME ":" FNR ": error: room " from " is not in src/layers"; bad = 1; next }
	if (match($0, /"[^"]+"/)) {
		to = substr($0, RSTART + 1, RLENGTH - 2)
		if (to !~ /\//) { print FILENAME ":" FNR ": error: write \"" from "/" to "\", with its room"; bad = 1; next }
		sub(/\/.*/, "", to)
		if (to != from && !((from, to) in may)) { print FILENAME ":" FNR ": error: " from " may not include " to; bad = 1 }
	} else if (match($0, /<[^>]+>/)) {
		to = substr($0, RSTART + 1, RLENGTH - 2)
		for (l in lib) if (index(to, l) == 1) {
			n = split(lib[l], rooms, " "); ok = 0
			for (i = 2; i <= n; i++) if (rooms[i] == from) ok = 1
			if (!ok) { print FILENAME ":" FNR ": error: " to " belongs to" substr(lib[l], length(l) + 2); bad = 1 }
		}
	}
}
END { exit bad }
