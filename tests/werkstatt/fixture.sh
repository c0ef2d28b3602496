# The contents of the checkout, to be written to.
cp -r "$TOP/content" content
cp -r "$TOP/templates" templates
