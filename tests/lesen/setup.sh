# fluss FILE…: what the readers make of files, in the confined child; with --roh in this process
. "$TOP/tests/lesen/build.sh"
FILES=$TOP/tests/lesen/dateien
