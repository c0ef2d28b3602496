# What comes back from colleagues.
echo '<p>Ein Absatz</p>' >antwort.html
say uebernehmen --kommentare antwort.html
say uebernehmen --kommentare --quelle $PAPER --annehmen eins antwort.html
say uebernehmen --quelle $PAPER antwort.html
say uebernehmen antwort.html
heard
