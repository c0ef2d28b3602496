# A long document, and no folder to put aside what is not in use.
{
	cat "$TOP/tests/golden/gemeinsam.xml"
	printf '<!-- '
	head -c 40M /dev/zero | tr '\0' x
	printf -- ' -->\n'
} >lang.xml
PROGRAM=(env TMPDIR=gibtsnicht "$R")
say setzen -o aus.pdf lang.xml
heard
rm lang.xml
