# Slides: a table with rows no slide holds, a paragraph and a list that go on, a title of three lines. It sets.
check "it is taken over" take folien --ort beckum --art praesentation
check "what it becomes" as_before folien
check "each word once" words folien
check "it sets" status 0 "$R" setzen "${IN[@]}" -q -o folien.pdf folien/praesentation.xml
check "the day is that of the first slide" grep -q 'edition="2024-03-12"' folien/praesentation.xml
