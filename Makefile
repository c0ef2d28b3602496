# ratssatz: see README.md. `make demo` and `make test` each work alone from a fresh clone (Debian 12 or later, root or sudo).
PREFIX  ?= /usr/local
CC      ?= cc
VERSION := 0.1.0
O       := out
CFLAGS  ?= -O2 -g
STRICT  := -std=gnu11 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
           -Wvla -fno-common -ffunction-sections -fdata-sections
SAN     ?=
ifneq ($(SAN),)
O       := out/san
CFLAGS  := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
endif

# What the build needs, and what the tests need besides; `bereit` installs what is missing.
BAUPAKETE  := pkg-config libhpdf-dev libxml2-dev libharfbuzz-dev libfribidi-dev libhyphen-dev nettle-dev libcjson-dev libpng-dev \
              libjpeg-dev libdeflate-dev zlib1g-dev libsqlite3-dev hyphen-de hyphen-en-us hyphen-uk hunspell-de-de libhunspell-dev libmicrohttpd-dev libzip-dev libxml2-utils
# npm and Chromium come from elsewhere on many machines; Debian's packages would only get in their way.
TESTPAKETE := curl poppler-utils mupdf-tools qpdf libcmocka-dev valgrind python3 default-jre-headless maven \
              $(if $(shell command -v npm),,npm) $(if $(shell command -v chromium || command -v chromium-browser || command -v google-chrome),,chromium)

PKGS    := libxml-2.0 harfbuzz harfbuzz-subset fribidi nettle libcjson libpng libjpeg libdeflate zlib sqlite3 hunspell
GANZ    := libmicrohttpd libzip
LIBS     = $(shell pkg-config --libs $(PKGS)) -lhpdf -lm
INCS     = $(shell pkg-config --cflags $(PKGS) $(GANZ))
SRC     := $(sort $(wildcard src/*/*.c))
OBJ     := $(SRC:src/%.c=$(O)/obj/%.o)
BIN     := $(O)/bin/ratssatz
# What needs the libraries of GANZ is only in the second program (src/cli/main.c).
NURGANZ := $(filter-out $(O)/obj/serve/codes.o,$(filter $(O)/obj/serve/%,$(OBJ))) $(O)/obj/cli/oparl.o \
           $(addprefix $(O)/obj/,cli/abgeben.o cli/deliver.o handover/pack.o handover/manifest.o handover/objects.o handover/xdomea.o)
SHARE   := $(O)/share
# Known roots below content/, named out/<path joined with "-">.pdf by the program.
DOKUMENTE = $(sort $(dir $(wildcard content/*/*/konzept.xml content/*/*/bericht.xml content/*/konzept.xml content/*/handbuch.xml content/*/*/praesentation.xml)) $(wildcard content/*/sitzungen/*/*.xml))
SITZUNGEN = $(wildcard content/*/sitzungen/2023-05-31/sitzung.xml)
AUSGABEN  = $(wildcard content/*/integrationskonzept-2018 content/*/integrationskonzept-2019)
# Languages with a hyphenation table: tag:dictionary of Debian's hyphen-* packages.
TRENNUNG := de:de_DE en:en_US uk:uk_UA
FONTS   := $(notdir $(wildcard fonts/*.ttf)) fonts.txt OFL.txt
SHARED  := $(SHARE)/schema/ratssatz.xsd $(SHARE)/schema/ratssatz.zeilen $(SHARE)/vorlagen $(SHARE)/muster $(FONTS:%=$(SHARE)/fonts/%) $(SHARE)/rechtschreibung/de.aff $(SHARE)/rechtschreibung/de.dic $(foreach t,$(TRENNUNG),$(SHARE)/fonts/$(firstword $(subst :, ,$t)).hyf)

.PHONY: all demo test test-voll check libs incs bench install uninstall clean bereit testbereit
all: $(BIN) $(BIN)-ganz $(SHARED)

$(BIN): $(filter-out $(NURGANZ),$(OBJ))
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BIN)-ganz: $(OBJ:%/cli/main.o=%/cli/main-ganz.o)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) $(shell pkg-config --libs $(GANZ))

$(O)/obj/cli/main-ganz.o: STRICT += -DRATSSATZ_GANZ
$(O)/obj/cli/main-ganz.o: src/cli/main.c Makefile | bereit
	@mkdir -p $(@D)
	$(CC) $(STRICT) $(CFLAGS) $(INCS) -Isrc -DRATSSATZ_VERSION='"$(VERSION)"' -DRATSSATZ_SHARE='"$(PREFIX)/share/ratssatz"' -MMD -MP -c -o $@ $<

$(O)/obj/%.o: src/%.c Makefile | bereit
	@mkdir -p $(@D)
	$(CC) $(STRICT) $(CFLAGS) $(INCS) -Isrc -DRATSSATZ_VERSION='"$(VERSION)"' -DRATSSATZ_SHARE='"$(PREFIX)/share/ratssatz"' -MMD -MP -c -o $@ $<

-include $(OBJ:.o=.d) $(O)/obj/cli/main-ganz.d

# The share folder beside the program, laid out as it is installed.
$(SHARE)/vorlagen $(SHARE)/muster: | $(SHARE)/fonts
	ln -sfn $(CURDIR)/templates$(if $(filter %/muster,$@),/muster) $@
$(SHARE)/fonts $(SHARE)/schema:
	mkdir -p $@
$(SHARE)/fonts/%.ttf $(SHARE)/fonts/%.txt: | $(SHARE)/fonts
	ln -sf $(CURDIR)/fonts/$(@F) $@

$(SHARE)/rechtschreibung/de.%: | bereit
	@mkdir -p $(@D)
	ln -sf /usr/share/hunspell/de_DE.$* $@

# Without its explanations the schema is read in a fraction of the time.
$(SHARE)/schema/ratssatz.xsd: templates/schema/ratssatz.xsd Makefile | $(SHARE)/schema
	cp templates/schema/xml.xsd $(@D)/
	sed 's|<xs:annotation>.*</xs:annotation>||; s|^[ \t]*||; /^$$/d' $< > $@

# In lines it is read without an XML parser: that is done at every start.
$(O)/bin/xsdlines: src/source/tool/xsdlines.c | bereit
	@mkdir -p $(@D)
	$(CC) $(STRICT) -O2 $(INCS) -o $@ $< $(shell pkg-config --libs libxml-2.0)
$(SHARE)/schema/ratssatz.zeilen: $(SHARE)/schema/ratssatz.xsd $(O)/bin/xsdlines
	$(O)/bin/xsdlines $< $@.neu
	mv $@.neu $@

# A hyphenation dictionary takes libhyphen seconds to load; its flat table is mapped in no time.
$(O)/bin/hyfmake: src/text/tool/hyfmake.c src/text/hyf.h | bereit
	@mkdir -p $(@D)
	$(CC) $(STRICT) -O2 -Isrc -o $@ $< -lhyphen
define TABELLE
$(SHARE)/fonts/$(firstword $(subst :, ,$1)).hyf: $(O)/bin/hyfmake $(wildcard fonts/$(firstword $(subst :, ,$1)).woerter) | $(SHARE)/fonts
	$(O)/bin/hyfmake /usr/share/hyphen/hyph_$(lastword $(subst :, ,$1)).dic $$@.neu fonts/$(firstword $(subst :, ,$1)).woerter
	mv $$@.neu $$@
endef
$(foreach t,$(TRENNUNG),$(eval $(call TABELLE,$t)))

bereit:
	@.ci/bereit $(BAUPAKETE)
testbereit:
	@.ci/bereit $(TESTPAKETE)

demo: all
	$(BIN) setzen --nur-geaenderte -o $(O) $(DOKUMENTE)
	$(BIN) setzen --nur-geaenderte --format html -o $(O) $(DOKUMENTE)
	@rm -f $(O)/demo.db
	$(BIN) aufnehmen -q --register $(O)/demo.db $(wildcard content/*/verzeichnis.xml content/*/*/konzept.xml content/*/sitzungen/*/*.xml)
	$(BIN) freigeben -q --register $(O)/demo.db $(dir $(SITZUNGEN))*.xml
	$(BIN) tagesordnung --register $(O)/demo.db -o $(O)/sitzung-2023-05-31 $(SITZUNGEN)
	$(BIN) vergleiche --nur-geaenderte -o $(O)/beckum-synopse-2019.pdf $(AUSGABEN)
	$(BIN) vergleiche --nur-geaenderte --redline -o $(O)/beckum-aenderungen-2019.pdf $(AUSGABEN)
	@tests/jahr-kette.sh $(O)

check: $(BIN) $(BIN)-ganz
	@CC="$(CC)" tests/haus.sh $(O)

# What compiles against the rooms and links the second program, for tests that do it themselves.
libs:
	@echo $(LIBS) $(shell pkg-config --libs $(GANZ))
incs:
	@echo $(INCS) -Isrc

test: all testbereit
	@tests/run.sh $(O)

# The same suite under ASan/UBSan, then under valgrind, then the long storms.
test-voll: test
	$(MAKE) SAN=1 all
	@ASAN_OPTIONS=detect_leaks=1 tests/run.sh out/san
	@tests/run.sh --long

bench: all
	-@.ci/bereit wrk nginx-light
	@python3 tests/bench/bench.py $(BENCH); a=$$?; python3 tests/bench/gremien.py $(BENCH); b=$$?; python3 tests/bench/beobachten.py; c=$$?; \
	python3 tests/bench/oparl.py $(BENCH); exit $$((a | b | c | $$?))

install: all
	install -D -m 755 $(BIN) $(BIN)-ganz -t $(DESTDIR)$(PREFIX)/bin
	mkdir -p $(DESTDIR)$(PREFIX)/share/ratssatz
	cp -rL $(SHARE)/. $(DESTDIR)$(PREFIX)/share/ratssatz/
	mkdir -p $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	$(BIN) referenz man > $(DESTDIR)$(PREFIX)/share/man/man1/ratssatz.1
	$(BIN) referenz bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ratssatz

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/ratssatz $(DESTDIR)$(PREFIX)/bin/ratssatz-ganz $(DESTDIR)$(PREFIX)/share/ratssatz $(DESTDIR)$(PREFIX)/share/man/man1/ratssatz.1 \
	       $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ratssatz

clean:
	rm -rf out
