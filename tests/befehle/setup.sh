x=$TOP/tests/golden/bausteine.xml
slides=$TOP/tests/golden/folien.xml
with=(-q --inhalt inhalt)
