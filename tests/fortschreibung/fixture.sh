# content/ with the edition that follows that of 2018
cp -r "$TOP/content" content
check "the next edition" status 0 "$R" fortschreiben -q "${with[@]}" --von $OLD --nach $NEW
