# ratssatz: see README.md. `make demo` and `make test` each work alone from a fresh clone; `make all` installs nothing.
# V=1 shows the commands whole; SAN=1 builds with the sanitizers into out/san.
VERSION  := 0.2.0
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
# All processors, and one more for what waits for the network, unless -j says otherwise.
ifeq ($(filter -j% --jobserver%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(shell expr $$(nproc) + 1)
endif
V        ?=
# A recipe's command is told in a short line: $(call run,WORD,COMMAND)
run       = $(if $(V),,@printf '  %-5s %s\n' '$1' '$@' &&) $2

# Libraries and packages: .ci/packages. Asked once, when first needed: by then what was missing is installed.
once      = $(eval $1 := $2)$($1)
modules   = $(shell sed -n 's/^$1 .* pc:\([^ ]*\).*/\1/p' .ci/packages | tr , ' ')
# A symbol is looked for in one library after the other: first those that look for most when a program starts, so also
# one that only libraries use: by the name it is loaded by, as the other may not be there where nobody compiles C++.
FIRST     = -Wl,--push-state,--no-as-needed -l:libstdc++.so.6 -Wl,--pop-state -lc
LIBS      = $(call once,LIBS,$(FIRST) -lsqlite3 -lnettle -lhpdf $(shell pkg-config --libs $(call modules,core)) -lm)
FULLLIBS  = $(call once,FULLLIBS,$(shell pkg-config --libs $(call modules,full)))
INCS      = $(call once,INCS,$(shell pkg-config --cflags $(call modules,core) $(call modules,full)))
ROOMDIRS  = -Isrc -I$(O)/obj
COMPILE   = $(CC) $(STRICT) $(CPPFLAGS) $(CFLAGS) $(INCS) $(ROOMDIRS)
DEFINES  := -DRATSSATZ_VERSION='"$(VERSION)"' -DRATSSATZ_SHARE='"$(PREFIX)/share/ratssatz"'

SRC      := $(sort $(wildcard src/*/*.c))
OBJ      := $(SRC:src/%.c=$(O)/obj/%.o)
# Of sources that are gone: tests link all objects there are.
MADE     := $(addprefix $(O)/obj/,source/tables.o style/words.o base/made.o)
STALE    := $(filter-out $(OBJ) $(MADE) %/main-ganz.o,$(wildcard $(O)/obj/*/*.o))
$(if $(STALE),$(shell rm -f $(STALE) $(O)/obj/rooms.a))
BIN      := $(O)/bin/ratssatz
SHARE    := $(O)/share
# Known roots below content/, named out/<path joined with "-">.pdf by the program.
MASTERS   = $(wildcard $(addprefix content/*/,*/konzept.xml */bericht.xml */praesentation.xml konzept.xml handbuch.xml))
DOCUMENTS = $(sort $(dir $(MASTERS)) $(wildcard content/*/sitzungen/*/*.xml))
SESSIONS  = $(wildcard content/*/sitzungen/2023-05-31/sitzung.xml)
EDITIONS  = $(wildcard content/*/integrationskonzept-2018 content/*/integrationskonzept-2019)
# Languages with a hyphenation table: tag:dictionary of Debian's hyphen-* packages.
HYPHENATION := de:de_DE en:en_US uk:uk_UA
FONTS    := $(notdir $(wildcard fonts/*.ttf)) fonts.txt OFL.txt
LANGUAGES := $(foreach t,$(HYPHENATION),$(firstword $(subst :, ,$t)))
SHARED   := $(addprefix $(SHARE)/,vorlagen muster schema \
            $(addprefix fonts/,$(FONTS) $(LANGUAGES:%=%.hyf)) rechtschreibung/de.aff rechtschreibung/de.dic)

.PHONY: all demo test test-voll check referenz libs incs bench werkstatt deb install uninstall clean bereit testbereit
all: $(BIN) $(BIN)-ganz $(SHARED)

# The packages are there, or (with a target that may) get installed. Order-only: it makes no object older.
MAY_INSTALL := demo test test-voll bench werkstatt deb bereit
READY := out/.ready
$(READY): .ci/ready .ci/packages
	@mkdir -p $(@D)
	@CC="$(CC)" CPPFLAGS="$(CPPFLAGS)" HYPHEN="$(HYPHEN)" HUNSPELL="$(HUNSPELL)" \
		.ci/ready $(if $(filter $(MAY_INSTALL),$(MAKECMDGOALS)),,--tell) build core full
	@touch $@
bereit: $(READY)
# What the tests fetch comes while the rooms are compiled; the suite that needs it tells what cannot be had.
testbereit: $(READY)
	@.ci/ready test
	@{ tests/verapdf.sh --fetch; tests/axe.sh; src/web/fetch $(SHARE)/werkstatt/module; } \
		>$(O)/fetched.log 2>&1 || :

# All rooms in one archive: each program takes from it what its table of commands (src/cli/main.c) leads to. The first
# is linked without the libraries of "full", so whatever needs one of them cannot get into it.
ROOMS   := $(O)/obj/rooms.a
$(ROOMS): $(filter-out %/cli/main.o,$(OBJ)) $(MADE)
	@rm -f $@
	$(call run,AR,$(AR) rcsD $@ $^)

$(BIN): $(O)/obj/cli/main.o $(ROOMS)
	@mkdir -p $(@D)
	$(call run,LD,$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS))

$(BIN)-ganz: $(O)/obj/cli/main-ganz.o $(ROOMS)
	@mkdir -p $(@D)
	$(call run,LD,$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) $(FULLLIBS))

$(O)/obj/cli/main-ganz.o: DEFINES += -DRATSSATZ_GANZ
ATTRS := $(O)/obj/model/attrs.def
$(O)/obj/cli/main-ganz.o: $(O)/obj/%-ganz.o: src/%.c Makefile | $(READY) $(ATTRS)
	$(object)
$(OBJ): $(O)/obj/%.o: src/%.c Makefile | $(READY) $(ATTRS)
	$(object)
define object
	@mkdir -p $(@D)
	$(call run,CC,$(COMPILE) $(DEFINES) -MMD -MP -c -o $@ $<)
endef

-include $(OBJ:.o=.d) $(O)/obj/cli/main-ganz.d $(O)/obj/source/tables.d $(O)/obj/style/words.d

# The share folder beside the program, laid out as it is installed. Relative links: the checkout may be moved.
$(SHARE)/vorlagen: | $(SHARE)/fonts
	@ln -sfnr templates $@
$(SHARE)/schema: | $(SHARE)/fonts
	@ln -sfnr templates/schema $@
$(SHARE)/muster: | $(SHARE)/fonts
	@ln -sfnr templates/muster $@
$(SHARE)/fonts $(SHARE)/rechtschreibung:
	@mkdir -p $@
$(FONTS:%=$(SHARE)/fonts/%): | $(SHARE)/fonts
	@ln -sfr fonts/$(@F) $@

# Other folders of dictionaries than last time: what is made of them is made anew.
WHERE := $(O)/.dictionaries
.PHONY: where
$(WHERE): where
	@mkdir -p $(@D)
	@echo '$(HYPHEN) $(HUNSPELL)' | cmp -s - $@ || echo '$(HYPHEN) $(HUNSPELL)' >$@

$(SHARE)/rechtschreibung/de.%: $(WHERE) | $(SHARE)/rechtschreibung $(READY)
	@ln -sf "$(HUNSPELL)/de_DE.$*" $@

# The page of the Werkstatt; its editor comes with „make werkstatt“ (src/web/fetch).
PAGE := $(patsubst src/web/%,$(SHARE)/werkstatt/%,$(wildcard src/web/*.html src/web/*.css src/web/*.js src/web/*.svg))
all: $(PAGE)
$(PAGE): $(SHARE)/werkstatt/%: src/web/%
	@mkdir -p $(@D)
	@cp $< $@

# What stands in a file of the user's is not listed in C once more. An attribute is one that the schema has: "a-b" is
# DOC_A_A_B; a word is one that the ground of all templates has. Written anew only when the names change.
$(ATTRS): templates/schema/ratssatz.xsd Makefile
	@mkdir -p $(@D)
	@{ sed -n 's/.*<xs:attribute \(name\|ref\)="\([^"]*\)".*/\2/p' $< | LC_ALL=C sort -u | while read -r name; do \
		printf 'ATTR(%s, "%s")\n' "$$(printf %s "$${name#xml:}" | tr a-z- A-Z_)" "$$name"; done; \
		echo '#undef ATTR'; } >$@.neu
	@if cmp -s $@.neu $@; then rm $@.neu; else mv $@.neu $@; fi
$(O)/obj/style/words.c: templates/grund/gestaltung.xml Makefile
	@mkdir -p $(@D)
	@{ printf '#include "style/names.h"\nstatic const char *const names[] = {\n'; \
		sed -n 's/.*<wort name="\([^"]*\)".*/\t"\1",/p' $< | LC_ALL=C sort; \
		printf '\tNULL\n};\nconst char *const *const sty_word_names = names;\n'; \
		echo 'const size_t sty_nword_names = sizeof names / sizeof *names - 1;'; } >$@.neu
	@mv $@.neu $@
$(O)/obj/style/words.o: $(O)/obj/style/words.c | $(READY) $(ATTRS)
	$(object)

# The schema is read when the program is built: it becomes tables in C, checked against the names the model knows.
$(O)/bin/xsdtables: src/source/tool/xsdtables.c src/source/schema.h src/model/kinds.def $(ATTRS) | $(READY)
	@mkdir -p $(@D)
	$(call run,CC,$(COMPILE) -o $@ $< $(shell pkg-config --libs libxml-2.0))
$(O)/obj/source/tables.c: templates/schema/ratssatz.xsd $(O)/bin/xsdtables
	@mkdir -p $(@D)
	$(call run,XSD,ASAN_OPTIONS=detect_leaks=0 $(O)/bin/xsdtables $< >$@.neu)
	@mv $@.neu $@
$(O)/obj/source/tables.o: $(O)/obj/source/tables.c Makefile | $(READY) $(ATTRS)
	$(object)

# What decides about the bytes of an output, in 16 digits (base/version.h).
$(O)/obj/base/made.c: $(sort $(wildcard src/*/*.[ch] src/*/*.def) templates/schema/ratssatz.xsd) Makefile
	@mkdir -p $(@D)
	@printf '#include "base/version.h"\nconst char version_made[] = "%.16s";\n' "$$(cat $^ | sha256sum)" >$@
$(O)/obj/base/made.o: $(O)/obj/base/made.c Makefile | $(READY)
	$(object)

# A hyphenation dictionary takes libhyphen seconds to load; its flat table is mapped in no time. libhyphen leaks.
$(O)/bin/hyfmake: src/text/tool/hyfmake.c src/text/hyf.h | $(READY)
	@mkdir -p $(@D)
	$(call run,CC,$(COMPILE) -o $@ $< -lhyphen)
define hyphen_table
$(SHARE)/fonts/$1.hyf: $(O)/bin/hyfmake $(WHERE) $(wildcard fonts/$1.woerter) | $(SHARE)/fonts
	$$(call run,HYF,ASAN_OPTIONS=detect_leaks=0 $(O)/bin/hyfmake "$(HYPHEN)/hyph_$2.dic" $$@.neu fonts/$1.woerter)
	@mv $$@.neu $$@
endef
$(foreach t,$(HYPHENATION),$(eval $(call hyphen_table,$(firstword $(subst :, ,$t)),$(lastword $(subst :, ,$t)))))

# What the commands tell goes to meldungen.txt; it is shown when one fails.
say = @printf '%s\n'
try = @$1 >>$(O)/meldungen.txt 2>&1 || { tail -n 20 $(O)/meldungen.txt; exit 1; }
demo: all
	@rm -f $(O)/demo.db $(O)/meldungen.txt
	$(say) '== Dokumente: PDF'
	$(call try,$(BIN) setzen --nur-geaenderte -o $(O) $(DOCUMENTS))
	$(say) '== Dokumente: HTML'
	$(call try,$(BIN) setzen --nur-geaenderte --format html -o $(O) $(DOCUMENTS))
	$(say) '== Sitzung vom 31. Mai 2023: Register, Freigabe, Bekanntmachung, Mappe'
	$(call try,$(BIN) aufnehmen -q --register $(O)/demo.db \
		$(wildcard content/*/verzeichnis.xml content/*/*/konzept.xml content/*/sitzungen/*/*.xml))
	$(call try,$(BIN) freigeben -q --register $(O)/demo.db $(dir $(SESSIONS))*.xml)
	$(call try,$(BIN) tagesordnung --register $(O)/demo.db -o $(O)/sitzung-2023-05-31 $(SESSIONS))
	$(say) '== Vergleich der Fassungen 2018 und 2019: Synopse, Änderungsfassung'
	$(call try,$(BIN) vergleiche --nur-geaenderte -o $(O)/beckum-synopse-2019.pdf $(EDITIONS))
	$(call try,$(BIN) vergleiche --nur-geaenderte --redline -o $(O)/beckum-aenderungen-2019.pdf $(EDITIONS))
	$(say) '== Ein Jahr: ein Betrag ändert sich, alles folgt'
	$(call try,tests/jahr-kette.sh $(O))
	$(say) '' 'Zum Ansehen:' '  $(O)/handbuch.pdf                             das Handbuch' \
		'  $(O)/beckum-integrationskonzept-2018.pdf      ein Konzept (auch .html)' \
		'  $(O)/beckum-synopse-2019.pdf                  was die Fassung 2019 geändert hat' \
		'  $(O)/sitzung-2023-05-31/mappe.pdf             eine Sitzungsmappe' \
		'  $(O)/jahr                                     ein Jahr in einem Zug' \
		'Was die Befehle gemeldet haben: $(O)/meldungen.txt'

# The browser workspace over the contents here; npm fetches what its editor is made of, once.
werkstatt: all
	@.ci/ready werkstatt
	@src/web/fetch $(SHARE)/werkstatt/module
	@exec src/web/show $(O)/werkstatt.html \
		$(BIN) werkstatt --inhalt "$(or $(INHALT),content)" $(if $(PORT),--port $(PORT))

check: all
	@MAKEFLAGS= CC="$(CC)" tests/haus.sh $(O)

# The handbook's reference is printed by the program: elements, words, rules, messages, commands.
referenz: all
	@for f in content/handbuch/referenz-*.xml; do part=$${f#*referenz-}; \
		$(BIN) referenz $${part%.xml} >$(O)/referenz.neu || exit 1; \
		cmp -s $(O)/referenz.neu $$f || { cp $(O)/referenz.neu $$f; printf '  %-5s %s\n' NEU $$f; }; \
	done

# What compiles against the rooms and links the second program, for tests that do it themselves.
libs:
	@echo $(LIBS) $(FULLLIBS)
incs:
	@echo $(INCS) $(ROOMDIRS)

test: all testbereit
	@MAKEFLAGS= tests/run.sh $(O)

# The same suite under ASan/UBSan, then under valgrind, then the long storms.
test-voll: test
	$(MAKE) SAN=1 all
	@MAKEFLAGS= ASAN_OPTIONS=detect_leaks=1 tests/run.sh out/san
	@MAKEFLAGS= tests/run.sh --long

bench: all
	-@.ci/ready bench
	@python3 tests/bench/bench.py $(BENCH); a=$$?; python3 tests/bench/mitbewerber.py $(BENCH); m=$$?; \
	python3 tests/bench/gremien.py $(BENCH); b=$$?; \
	python3 tests/bench/beobachten.py; c=$$?; python3 tests/bench/oparl.py $(BENCH); d=$$?; \
	python3 tests/bench/stapel.py $(BENCH); e=$$?; python3 tests/bench/uebernahme.py; \
	python3 tests/bench/werkstatt.py $(BENCH); \
	exit $$((a | m | b | c | d | e | $$?))

# Readable by all, whatever the umask; DESTDIR and PREFIX may hold spaces.
DEST := $(DESTDIR)$(PREFIX)
man  := man/man1/ratssatz.1
bash := bash-completion/completions/ratssatz
zsh  := zsh/vendor-completions/_ratssatz
fish := fish/vendor_completions.d/ratssatz.fish
install: all
	@umask 022; set -e; \
	install -d "$(DEST)/bin" "$(DEST)/share/ratssatz"; \
	install -m 755 $(BIN) $(BIN)-ganz "$(DEST)/bin"; \
	cp -rL $(SHARE)/. "$(DEST)/share/ratssatz/"; \
	rm -rf "$(DEST)/share/ratssatz/muster" "$(DEST)/share/ratssatz/schema"; \
	chmod -R u=rwX,go=rX "$(DEST)/share/ratssatz"; \
	ln -sfn vorlagen/muster "$(DEST)/share/ratssatz/muster"; \
	ln -sfn vorlagen/schema "$(DEST)/share/ratssatz/schema"; \
	for part in $(foreach w,man bash zsh fish,$w:$($w)); do \
		install -d "$(DEST)/share/$$(dirname "$${part#*:}")"; \
		$(BIN) referenz "$${part%%:*}" > "$(DEST)/share/$${part#*:}"; \
		chmod 644 "$(DEST)/share/$${part#*:}"; \
	done
	@printf '  %-5s %s\n' OK '$(DEST)/bin/ratssatz'
	@test -d "$(DEST)/share/ratssatz/werkstatt/module" || printf '  %-5s %s\n' HALB \
		'Werkstatt ohne Editor: erst „make werkstatt“ holt seine Bausteine'

uninstall:
	rm -rf "$(DEST)/bin/ratssatz" "$(DEST)/bin/ratssatz-ganz" "$(DEST)/share/ratssatz" \
	       $(foreach f,$(man) $(bash) $(zsh) $(fish),"$(DEST)/share/$f")

# Debian packages in out/deb, built there from a copy, with their list of parts; what is needed for that is installed.
deb: | $(READY)
	@.ci/ready deb
	@MAKEFLAGS= src/packaging/build $(VERSION)

clean:
	rm -rf out
