# Messages that have one answer: made one by one, and every other byte stays.
mkdir -p content/beckum/antworten
cp "$DESK/antworten/alt.xml" content/beckum/antworten/konzept.xml
desk
verdicts python3 "$DESK/answers.py" "$port" beckum/antworten/konzept.xml
recording "$DESK/antworten/neu.xml" content/beckum/antworten/konzept.xml ||
	check "the file" diff "$DESK/antworten/neu.xml" content/beckum/antworten/konzept.xml
