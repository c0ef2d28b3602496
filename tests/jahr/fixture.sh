# Two towns, all set once in aus/
mkdir content aus
cp -r "$TOP/content/beckum" "$TOP/content/borken" content
cp -rL "$TOP/templates" templates
check "a first run" run
were_set "a first run" "$K18 $K19 $Z $F $V"
