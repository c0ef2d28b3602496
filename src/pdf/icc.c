/* icc.c: a small sRGB profile (ICC v4, matrix and parametric curve; IEC 61966-2-1), so that no file has to be found at
 * run time. */
#include <stdint.h>
#include <string.h>

#include "pdf/write.h"

static void be(struct buf *b, uint64_t v, int bytes)
{
	while (bytes--)
		buf_chr(b, (char)(v >> 8 * bytes & 255));
}

static void numbers(struct buf *b, const char *type, const int32_t *v, int n)       /* s15Fixed16 */
{
	buf_str(b, type);
	be(b, 0, 4);
	for (int i = 0; i < n; i++)
		be(b, (uint32_t)v[i], 4);
}

static void text(struct buf *b, const char *s)
{
	size_t n = strlen(s);
	buf_str(b, "mluc");
	be(b, 0, 4);
	be(b, 1, 4);
	be(b, 12, 4);
	buf_str(b, "enUS");
	be(b, 2 * n, 4);
	be(b, 28, 4);
	for (size_t i = 0; i < n; i++)
		be(b, (unsigned char)s[i], 2);
	while (b->len % 4)
		buf_chr(b, 0);
}

struct tag { const char *name; size_t start, size; };

static void tags(struct buf *data, struct tag *t)
{
	static const int32_t white[] = {0xF6D6, 0x10000, 0xD32D}, red[] = {0x6FA2, 0x38F5, 0x390},
			     green[] = {0x6299, 0xB785, 0x18DA}, blue[] = {0x24A0, 0xF84, 0xB6CF},
			     curve[] = {0x26666, 0xF2A7, 0xD59, 0x13D0, 0xA5B},
			     adapt[] = {0x10C42, 0x5DE, -0xDA3, 0x793, 0xFD90, -0x453, -0x25D, 0x3DB, 0xC081};
	static const char *const names[] = {"desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC"};
	for (int i = 0; i < 8; i++) {
		t[i] = (struct tag){names[i], data->len, 0};
		switch (i) {
		case 0: text(data, "sRGB"); break;
		case 1: text(data, "CC0"); break;
		case 2: numbers(data, "XYZ ", white, 3); break;
		case 3: numbers(data, "sf32", adapt, 9); break;
		case 4: numbers(data, "XYZ ", red, 3); break;
		case 5: numbers(data, "XYZ ", green, 3); break;
		case 6: numbers(data, "XYZ ", blue, 3); break;
		case 7:
			buf_str(data, "para");
			be(data, 0, 4);
			be(data, 3, 2);
			be(data, 0, 2);
			for (int k = 0; k < 5; k++)
				be(data, (uint32_t)curve[k], 4);
			break;
		}
		t[i].size = data->len - t[i].start;
	}
	t[8] = t[9] = t[7];                            /* one curve for the three channels */
	t[8].name = "gTRC";
	t[9].name = "bTRC";
}

void pdf_icc_srgb(struct buf *out)
{
	struct buf data = {0};
	struct tag t[10];
	tags(&data, t);
	size_t head = 128 + 4 + 12 * 10;
	be(out, head + data.len, 4);
	be(out, 0, 4);
	be(out, 0x04200000, 4);
	buf_str(out, "mntrRGB XYZ ");
	be(out, 2018, 2);
	be(out, 1, 2);
	be(out, 1, 2);
	be(out, 0, 6);
	buf_str(out, "acsp");
	be(out, 0, 8);                                 /* platform, flags, maker, model, attributes: none */
	be(out, 0, 8);
	be(out, 0, 8);
	be(out, 0, 4);                                 /* perceptual */
	be(out, 0xF6D6, 4);
	be(out, 0x10000, 4);
	be(out, 0xD32D, 4);
	while (out->len < 128)
		buf_chr(out, 0);
	be(out, 10, 4);
	for (int i = 0; i < 10; i++) {
		buf_str(out, t[i].name);
		be(out, head + t[i].start, 4);
		be(out, t[i].size, 4);
	}
	buf_put(out, data.data, data.len);
	buf_free(&data);
}
