# Receipts of the council system that cannot be read.
say abgeben --register r.db --drucksache 2023/0123 -o eins
# spoilt EXPRESSION: the form with its text s changed by a Python expression
spoilt() {
	python3 -c "import sys; s = open('eins/quittung.json').read(); open('q.json', 'w').write($1)"
	say quittieren --register r.db q.json
}
spoilt 's.replace("\"datei\":", "\"datei\"", 1)'
spoilt '""'
spoilt '"{}"'
spoilt 's.replace("\"sha512\":\t\"", "\"sha512\":\t\"x", 1)'
spoilt 's.replace(s[s.index("sha512") + 10:][:6], "000000", 1)'
taken='.replace("\"kennung\":\t\"\"", "\"kennung\":\t\"1\"", 1)'
spoilt "s$taken"'.replace("\"ablehnung\":\t\"\"", "\"ablehnung\":\t\"nein\"", 1)'
spoilt 's.replace("\"adresse\":\t\"\"", "\"adresse\":\t\"https://a.example.org/1\"", 1)'
spoilt "s$taken"'.replace("\"adresse\":\t\"\"", "\"adresse\":\t\"javascript:x\"", 1)'
printf 'a;b\n1;2\n' >q.csv
say quittieren --register r.db q.csv
printf '"sha512";"kennung"\n"\xff";1\n' >q.csv
say quittieren --register r.db q.csv
say quittieren --register r.db gibt-es-nicht.json
heard
