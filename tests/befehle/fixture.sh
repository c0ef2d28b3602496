# the contents that tests use, to work in
cp -r "$TOP/tests/inhalt" inhalt
