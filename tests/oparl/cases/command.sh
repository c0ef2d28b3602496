# The command: addresses, folders that are not ours, files that are missing.
check "the address of the option" rs oparl exportieren -q --basis-url https://ratsinfo.example.org/oparl -o other
check "the address of the option is used" grep -q 'https://ratsinfo.example.org/oparl/body.json' other/system.json
check "an address with a slash at its end" status 1 rs oparl exportieren --basis-url https://ratsinfo.example.org/ -o no
check "an address without http" status 1 rs oparl exportieren --basis-url 'javascript:"' -o no
check "nothing is written" test ! -e no
mkdir own && echo x >own/letter.txt
check "a folder that is not ours" status 1 rs oparl exportieren -o own
check "it stays as it was" test "$(cat own/letter.txt)" = x
cp -r oparl served
echo x >served/robots.txt
check "what the web server was given there" says "„robots.txt“" rs oparl exportieren -o served/
check "stays" test -e served/robots.txt
rm served/robots.txt
echo x >>served/.htaccess
check "what was changed there" says "„.htaccess“" rs oparl exportieren -o served
check "stays as it is" grep -q '^x' served/.htaccess
check "without -o" status 2 rs oparl exportieren
check "an action that does not exist" status 2 rs oparl zaubern
python3 -c "import sqlite3; sqlite3.connect('empty.db').close()"
check "a register without a town" status 3 "$R" oparl exportieren --register empty.db -o no
mv ausgabe/2023-0123-beschlussvorlage.pdf away.pdf
cp -r oparl three
check "a file is missing" bash -c "! '$R' oparl exportieren -q --register r.db -o three 2>stderr"
check "a file is missing: told" grep -q OPARLDATEI stderr
check "a file is missing: no half export" diff -r oparl three
check "a file is missing: nothing beside it" test -z "$(ls -d three.neu* .three.neu* 2>/dev/null)"
