check "the reader by itself" build_reader fluss fluss
ln -s "$O/bin/ratssatz-ganz" .                             # says what a PDF holds beside its pages
