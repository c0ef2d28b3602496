# The Werkstatt that does not start.
PROGRAM=(timeout 10 "$R-ganz")
say werkstatt --port eins
say werkstatt --aufheben -1
say werkstatt --inhalt nirgends
printf 'meier schreiben\nmeier alles\n' >rollen
say werkstatt --port 0 --rollen rollen
say werkstatt --port 0 --rollen fehlt
mkdir -p belegt/werkstatt.db
say werkstatt --port 0 --register belegt/register.db
say werkstatt --adresse 203.0.113.1 --port 8990
heard
