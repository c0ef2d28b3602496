# The contents of the checkout, to be written to.
cp -r "$TOP/content" content
find content -name '*.db*' -delete               # of who works in this checkout
cp -r "$TOP/templates" templates
