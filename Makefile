# ratssatz: see README.md. `make demo` and `make test` each work alone from a fresh clone.
PREFIX  ?= /usr/local
CC      ?= cc
VERSION := 0.1.0
O       := out
CFLAGS  ?= -O2 -g
STRICT  := -std=gnu11 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla -Werror=implicit-function-declaration -fno-common
SAN     ?=
ifneq ($(SAN),)
O       := out/san
CFLAGS  := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
endif

PKGS    := libxml-2.0 harfbuzz harfbuzz-subset fribidi nettle libcjson libpng libjpeg libdeflate zlib
SRC     := $(sort $(wildcard src/*/*.c))
OBJ     := $(SRC:src/%.c=$(O)/obj/%.o)
BIN     := $(O)/bin/ratssatz
LIBS     = $(shell pkg-config --libs $(PKGS)) -lhpdf -lhyphen -lunibreak -lm
INCS     = $(shell pkg-config --cflags $(PKGS))

.PHONY: all demo test test-voll check bench install uninstall clean werkzeug
all: $(BIN)

$(BIN): $(OBJ) | werkzeug
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(OBJ) $(LIBS)

$(O)/obj/%.o: src/%.c Makefile | werkzeug
	@mkdir -p $(@D)
	$(CC) $(STRICT) $(CFLAGS) $(INCS) -Isrc -DRATSSATZ_VERSION='"$(VERSION)"' -DRATSSATZ_SHARE='"$(PREFIX)/share/ratssatz"' -MMD -MP -c -o $@ $<

-include $(OBJ:.o=.d)

clean:
	rm -rf out
