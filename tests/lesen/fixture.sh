check "the reader by itself" build_reader fluss fluss
