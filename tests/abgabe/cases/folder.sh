# The package as a folder: it may be written again, but nothing of a person's goes.
check "as a folder" status 0 rs abgeben -q --sitzung $MAY -o folder
check "the folder is the package" diff -r first folder
sed -i 's/"kennung":	""/"kennung":	"7"/' folder/quittung.json
check "into the folder again" status 0 rs abgeben -q --sitzung $MAY -o folder
check "the receipt that was filled in stays" grep -q '"7"' folder/quittung.json
check "another package does not replace it" status 1 rs abgeben -q --drucksache 2023/0123 -o folder
check "as a folder" status 0 rs abgeben -q --sitzung $MAY -o noted
echo x >noted/notiz.txt
check "a note that somebody put there" says "„notiz.txt“" rs abgeben -q --drucksache 2023/0123 -o noted
check "stays" test -e noted/notiz.txt
rm noted/notiz.txt
echo x >>noted/manifest.json
check "what somebody changed" says "„manifest.json“" rs abgeben -q --drucksache 2023/0123 -o noted/
mkdir other && touch other/important
check "a folder that is not ours" status 1 rs abgeben -q --drucksache 2023/0123 -o other
check "a folder that is not ours: told" says "ABGABEORDNER" rs abgeben -q --drucksache 2023/0123 -o other
check "nothing is lost" test -e other/important
