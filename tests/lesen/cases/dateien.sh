# Stored files, written by pandoc, LibreOffice and by hand: what is read of each stands beside it. To see a change:
# out/test/lesen/dateien/fluss FILE > tests/lesen/dateien/FILE.fluss
for f in "$FILES"/*.*; do
	case $f in *.fluss) continue ;; esac
	./fluss "$f" >now
	check "$(basename "$f")" diff "$f.fluss" now
done
