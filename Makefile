# ratssatz: see README.md. `make demo` and `make test` each work alone from a fresh clone; `make all` installs nothing.
# V=1 shows the commands whole; SAN=1 builds with the sanitizers into out/san.
VERSION  := 0.1.0
PREFIX   ?= /usr/local
CC       ?= cc
HYPHEN   ?= /usr/share/hyphen
HUNSPELL ?= /usr/share/hunspell
O        := out
CFLAGS   ?= -O2 -g
STRICT   := -std=gnu11 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
            -Wpointer-arith -Wcast-qual -Wvla -fno-common -ffunction-sections -fdata-sections
SAN      ?=
ifneq ($(SAN),)
O        := out/san
CFLAGS   := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
endif
V        ?=
# A recipe's command is told in a short line: $(call run,WORD,COMMAND)
run       = $(if $(V),,@printf '  %-5s %s\n' '$1' '$@' &&) $2

# Libraries and packages: .ci/pakete. Asked once, when first needed: by then what was missing is installed.
once      = $(eval $1 := $2)$($1)
modules   = $(shell sed -n 's/^$1 .* pc:\([^ ]*\).*/\1/p' .ci/pakete | tr , ' ')
LIBS      = $(call once,LIBS,$(shell pkg-config --libs $(call modules,kern)) -lhpdf -lm)
GANZLIBS  = $(call once,GANZLIBS,$(shell pkg-config --libs $(call modules,ganz)))
INCS      = $(call once,INCS,$(shell pkg-config --cflags $(call modules,kern) $(call modules,ganz)))
COMPILE   = $(CC) $(STRICT) $(CPPFLAGS) $(CFLAGS) $(INCS) -Isrc
DEFINES  := -DRATSSATZ_VERSION='"$(VERSION)"' -DRATSSATZ_SHARE='"$(PREFIX)/share/ratssatz"'

SRC      := $(sort $(wildcard src/*/*.c))
OBJ      := $(SRC:src/%.c=$(O)/obj/%.o)
# Of sources that are gone: tests link all objects there are.
STALE    := $(filter-out $(OBJ) %/main-ganz.o,$(wildcard $(O)/obj/*/*.o))
$(if $(STALE),$(shell rm -f $(STALE) $(O)/obj/raeume.a))
BIN      := $(O)/bin/ratssatz
SHARE    := $(O)/share
# Known roots below content/, named out/<path joined with "-">.pdf by the program.
MAPPEN    = $(wildcard $(addprefix content/*/,*/konzept.xml */bericht.xml */praesentation.xml konzept.xml handbuch.xml))
DOKUMENTE = $(sort $(dir $(MAPPEN)) $(wildcard content/*/sitzungen/*/*.xml))
SITZUNGEN = $(wildcard content/*/sitzungen/2023-05-31/sitzung.xml)
AUSGABEN  = $(wildcard content/*/integrationskonzept-2018 content/*/integrationskonzept-2019)
# Languages with a hyphenation table: tag:dictionary of Debian's hyphen-* packages.
TRENNUNG := de:de_DE en:en_US uk:uk_UA
FONTS    := $(notdir $(wildcard fonts/*.ttf)) fonts.txt OFL.txt
SPRACHEN := $(foreach t,$(TRENNUNG),$(firstword $(subst :, ,$t)))
SHARED   := $(addprefix $(SHARE)/,schema/ratssatz.xsd schema/ratssatz.zeilen vorlagen muster \
            $(addprefix fonts/,$(FONTS) $(SPRACHEN:%=%.hyf)) rechtschreibung/de.aff rechtschreibung/de.dic)

.PHONY: all demo test test-voll check libs incs bench install uninstall clean bereit testbereit
all: $(BIN) $(BIN)-ganz $(SHARED)

# The packages are there, or (with a target that may) get installed. Order-only: it makes no object older.
BEREIT := out/.bereit
$(BEREIT): .ci/bereit .ci/pakete
	@mkdir -p $(@D)
	@CC="$(CC)" CPPFLAGS="$(CPPFLAGS)" HYPHEN="$(HYPHEN)" HUNSPELL="$(HUNSPELL)" \
		.ci/bereit $(if $(filter demo test test-voll bench bereit,$(MAKECMDGOALS)),,--pruefen) bau kern ganz
	@touch $@
bereit: $(BEREIT)
testbereit: $(BEREIT)
	@.ci/bereit test

# All rooms in one archive: each program takes from it what its table of commands (src/cli/main.c) leads to. The first
# is linked without the libraries of "ganz", so whatever needs one of them cannot get into it.
RAEUME   := $(O)/obj/raeume.a
$(RAEUME): $(filter-out %/cli/main.o,$(OBJ))
	@rm -f $@
	$(call run,AR,$(AR) rcsD $@ $^)

$(BIN): $(O)/obj/cli/main.o $(RAEUME)
	@mkdir -p $(@D)
	$(call run,LD,$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS))

$(BIN)-ganz: $(O)/obj/cli/main-ganz.o $(RAEUME)
	@mkdir -p $(@D)
	$(call run,LD,$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) $(GANZLIBS))

$(O)/obj/cli/main-ganz.o: DEFINES += -DRATSSATZ_GANZ
$(O)/obj/cli/main-ganz.o: $(O)/obj/%-ganz.o: src/%.c Makefile | $(BEREIT)
	$(object)
$(OBJ): $(O)/obj/%.o: src/%.c Makefile | $(BEREIT)
	$(object)
define object
	@mkdir -p $(@D)
	$(call run,CC,$(COMPILE) $(DEFINES) -MMD -MP -c -o $@ $<)
endef

-include $(OBJ:.o=.d) $(O)/obj/cli/main-ganz.d

# The share folder beside the program, laid out as it is installed. Relative links: the checkout may be moved.
$(SHARE)/vorlagen: | $(SHARE)/fonts
	@ln -sfnr templates $@
$(SHARE)/muster: | $(SHARE)/fonts
	@ln -sfnr templates/muster $@
$(SHARE)/fonts $(SHARE)/schema $(SHARE)/rechtschreibung:
	@mkdir -p $@
$(FONTS:%=$(SHARE)/fonts/%): | $(SHARE)/fonts
	@ln -sfr fonts/$(@F) $@

$(SHARE)/rechtschreibung/de.%: | $(SHARE)/rechtschreibung $(BEREIT)
	@ln -sf "$(HUNSPELL)/de_DE.$*" $@

# Without its explanations the schema is read in a fraction of the time.
$(SHARE)/schema/ratssatz.xsd: templates/schema/ratssatz.xsd Makefile | $(SHARE)/schema
	@cp templates/schema/xml.xsd $(@D)/
	$(call run,XSD,sed 's|<xs:annotation>.*</xs:annotation>||; s|^[ \t]*||; /^$$/d' $< > $@)

# In lines it is read without an XML parser: that is done at every start.
$(O)/bin/xsdlines: src/source/tool/xsdlines.c | $(BEREIT)
	@mkdir -p $(@D)
	$(call run,CC,$(COMPILE) -o $@ $< $(shell pkg-config --libs libxml-2.0))
$(SHARE)/schema/ratssatz.zeilen: $(SHARE)/schema/ratssatz.xsd $(O)/bin/xsdlines
	$(call run,XSD,$(O)/bin/xsdlines $< $@.neu)
	@mv $@.neu $@

# A hyphenation dictionary takes libhyphen seconds to load; its flat table is mapped in no time. libhyphen leaks.
$(O)/bin/hyfmake: src/text/tool/hyfmake.c src/text/hyf.h | $(BEREIT)
	@mkdir -p $(@D)
	$(call run,CC,$(COMPILE) -o $@ $< -lhyphen)
define TABELLE
$(SHARE)/fonts/$1.hyf: $(O)/bin/hyfmake $(wildcard fonts/$1.woerter) | $(SHARE)/fonts
	$$(call run,HYF,ASAN_OPTIONS=detect_leaks=0 $(O)/bin/hyfmake "$(HYPHEN)/hyph_$2.dic" $$@.neu fonts/$1.woerter)
	@mv $$@.neu $$@
endef
$(foreach t,$(TRENNUNG),$(eval $(call TABELLE,$(firstword $(subst :, ,$t)),$(lastword $(subst :, ,$t)))))

# What the commands tell goes to meldungen.txt; it is shown when one fails.
sag = @printf '%s\n'
tu  = @$1 >>$(O)/meldungen.txt 2>&1 || { tail -n 20 $(O)/meldungen.txt; exit 1; }
demo: all
	@rm -f $(O)/demo.db $(O)/meldungen.txt
	$(sag) '== Dokumente: PDF'
	$(call tu,$(BIN) setzen --nur-geaenderte -o $(O) $(DOKUMENTE))
	$(sag) '== Dokumente: HTML'
	$(call tu,$(BIN) setzen --nur-geaenderte --format html -o $(O) $(DOKUMENTE))
	$(sag) '== Sitzung vom 31. Mai 2023: Register, Freigabe, Bekanntmachung, Mappe'
	$(call tu,$(BIN) aufnehmen -q --register $(O)/demo.db \
		$(wildcard content/*/verzeichnis.xml content/*/*/konzept.xml content/*/sitzungen/*/*.xml))
	$(call tu,$(BIN) freigeben -q --register $(O)/demo.db $(dir $(SITZUNGEN))*.xml)
	$(call tu,$(BIN) tagesordnung --register $(O)/demo.db -o $(O)/sitzung-2023-05-31 $(SITZUNGEN))
	$(sag) '== Vergleich der Fassungen 2018 und 2019: Synopse, Änderungsfassung'
	$(call tu,$(BIN) vergleiche --nur-geaenderte -o $(O)/beckum-synopse-2019.pdf $(AUSGABEN))
	$(call tu,$(BIN) vergleiche --nur-geaenderte --redline -o $(O)/beckum-aenderungen-2019.pdf $(AUSGABEN))
	$(sag) '== Ein Jahr: ein Betrag ändert sich, alles folgt'
	$(call tu,tests/jahr-kette.sh $(O))
	$(sag) '' 'Zum Ansehen:' '  $(O)/handbuch.pdf                             das Handbuch' \
		'  $(O)/beckum-integrationskonzept-2018.pdf      ein Konzept (auch .html)' \
		'  $(O)/beckum-synopse-2019.pdf                  was die Fassung 2019 geändert hat' \
		'  $(O)/sitzung-2023-05-31/mappe.pdf             eine Sitzungsmappe' \
		'  $(O)/jahr                                     ein Jahr in einem Zug' \
		'Was die Befehle gemeldet haben: $(O)/meldungen.txt'

check: all
	@CC="$(CC)" tests/haus.sh $(O)

# What compiles against the rooms and links the second program, for tests that do it themselves.
libs:
	@echo $(LIBS) $(GANZLIBS)
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
	-@.ci/bereit bench
	@python3 tests/bench/bench.py $(BENCH); a=$$?; python3 tests/bench/gremien.py $(BENCH); b=$$?; \
	python3 tests/bench/beobachten.py; c=$$?; python3 tests/bench/oparl.py $(BENCH); exit $$((a | b | c | $$?))

# Readable by all, whatever the umask; DESTDIR and PREFIX may hold spaces.
ZIEL := $(DESTDIR)$(PREFIX)
install: all
	@umask 022; set -e; \
	install -d "$(ZIEL)/bin" "$(ZIEL)/share/ratssatz" "$(ZIEL)/share/man/man1" \
		"$(ZIEL)/share/bash-completion/completions"; \
	install -m 755 $(BIN) $(BIN)-ganz "$(ZIEL)/bin"; \
	cp -rL $(SHARE)/. "$(ZIEL)/share/ratssatz/"; \
	chmod -R u=rwX,go=rX "$(ZIEL)/share/ratssatz"; \
	$(BIN) referenz man > "$(ZIEL)/share/man/man1/ratssatz.1"; \
	$(BIN) referenz bash > "$(ZIEL)/share/bash-completion/completions/ratssatz"; \
	chmod 644 "$(ZIEL)/share/man/man1/ratssatz.1" "$(ZIEL)/share/bash-completion/completions/ratssatz"
	@printf '  %-5s %s\n' OK '$(ZIEL)/bin/ratssatz'

uninstall:
	rm -rf "$(ZIEL)/bin/ratssatz" "$(ZIEL)/bin/ratssatz-ganz" "$(ZIEL)/share/ratssatz" \
	       "$(ZIEL)/share/man/man1/ratssatz.1" "$(ZIEL)/share/bash-completion/completions/ratssatz"

clean:
	rm -rf out
