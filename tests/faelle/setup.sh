# A copy of contents and templates to change. $K18, $K19: two editions; $PAPER: the paper that presents the first.
cp -r "$TOP/content" "$TOP/templates" .
export RATSSATZ_GESTALTUNG=$PWD/templates
K18=content/beckum/integrationskonzept-2018 K19=content/beckum/integrationskonzept-2019
PAPER=content/beckum/sitzungen/2018-01/vorlage-integrationskonzept.xml
FAELLE=$TOP/../shared/faelle
# text FILE: the words of an HTML file, one blank between them
text() {
	python3 - "$1" <<-'P'
		import html, re, sys
		source = re.sub(r"<(style|script).*?</\1>|<[^>]*>", " ", open(sys.argv[1]).read(), flags=re.S)
		print(" ".join(html.unescape(source).split()))
	P
}
