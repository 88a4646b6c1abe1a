/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strict scanner. It walks the bytes once, keeps the kinds of the open containers in a stack of
 * bits and the names of the open objects at their depth, and never calls itself: neither deep nor
 * wide input can hurt it. json-glib alone would take octal numbers, comments, two roots and
 * repeated names, wrap large integers, and crash on deep nesting.
 */

#include "jipyo-json-scan.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jipyo-json-names.h"

enum {
  DEPTH_MAX = 64,                   /* bits in the stack of containers */
  NAMES_MAX = JIPYO_JSON_NAMES_MAX, /* whatever the limits say */
  DECODED_USUAL = 256
};

/* clang-format off */
const JipyoJsonLimits jipyo_json_limits_reply = {
  .bytes = 8 << 20, .depth = 32, .tokens = 2000000,
  .string_bytes = 64 << 10, .key_bytes = 256, .number_bytes = 64, .keys_per_object = NAMES_MAX,
};

const JipyoJsonLimits jipyo_json_limits_file = {
  .bytes = 64 << 20, .depth = 32, .tokens = 2000000,
  .string_bytes = 64 << 10, .key_bytes = 256, .number_bytes = 64, .keys_per_object = NAMES_MAX,
};
/* clang-format on */

G_DEFINE_QUARK (jipyo_json_error, jipyo_json_error)

typedef struct {
  const char *at; /* the next byte; on failure the byte at fault */
  const char *start;
  const char *end;
  const JipyoJsonLimits *limits;
  guint64 objects; /* the open containers, innermost in bit 0; set for an object */
  guint depth;
  guint deepest;
  guint tokens;
  JipyoJsonNames names[DEPTH_MAX + 1]; /* of the objects at each depth */
  GStringChunk *decoded;               /* names that do not stand as they are; NULL until needed */
  GArray *numbers;                     /* of JipyoJsonNumber; NULL when nobody asked */
  GError **error;
} Scan;

static gboolean
fail (Scan *scan, JipyoJsonError code, const char *message)
{
  g_set_error_literal (scan->error, JIPYO_JSON_ERROR, code, message);
  return FALSE;
}

static int
peek (const Scan *scan)
{
  return scan->at < scan->end ? (guchar) *scan->at : -1;
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end
         && (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\r' || *scan->at == '\t'))
    scan->at++;
}

static gboolean
count_token (Scan *scan)
{
  if (++scan->tokens > scan->limits->tokens)
    return fail (scan, JIPYO_JSON_ERROR_TOO_LARGE, N_ ("too many values"));
  return TRUE;
}

static gboolean
read_hex (Scan *scan, gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, scan->at++) {
    int digit = scan->at < scan->end ? g_ascii_xdigit_value (*scan->at) : -1;

    if (digit < 0)
      return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("\\u needs four hexadecimal digits"));
    *unit = *unit << 4 | (gunichar) digit;
  }
  return TRUE;
}

/* After "\u". A surrogate is only good as one half of a pair. */
static gboolean
read_unicode (Scan *scan, gunichar *character)
{
  const char *escape = scan->at - 2;
  gunichar low = 0;

  if (!read_hex (scan, character))
    return FALSE;
  if (*character == 0 && !scan->limits->to_the_letter) {
    scan->at = escape;
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("\\u0000 is not allowed"));
  }
  if (*character < 0xd800 || *character > 0xdfff)
    return TRUE;
  if (*character < 0xdc00 && scan->end - scan->at >= 2 && scan->at[0] == '\\'
      && scan->at[1] == 'u') {
    scan->at += 2;
    if (!read_hex (scan, &low))
      return FALSE;
  }
  if (low < 0xdc00 || low > 0xdfff) {
    scan->at = escape;
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("half a surrogate pair"));
  }
  *character = 0x10000 + ((*character - 0xd800) << 10) + (low - 0xdc00);
  return TRUE;
}

/* After the backslash; the decoded character's UTF-8 goes to `out`. */
static gboolean
read_escape (Scan *scan, char out[6], int *length)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter = scan->at < scan->end ? strchr (letters, *scan->at) : NULL;
  gunichar character;

  if (scan->at < scan->end && *scan->at == 'u') {
    scan->at++;
    if (!read_unicode (scan, &character))
      return FALSE;
    *length = g_unichar_to_utf8 (character, out);
    return TRUE;
  }
  if (letter == NULL || *letter == '\0')
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("unknown escape in a string"));
  out[0] = meanings[letter - letters];
  *length = 1;
  scan->at++;
  return TRUE;
}

/* In which of eight bytes a string ends, escapes or must not be: their top bits, right up to the
 * first. */
static guint64
find_special (guint64 bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 quote = bytes ^ ones * '"';
  const guint64 escape = bytes ^ ones * '\\';

  return (((quote - ones) & ~quote) | ((escape - ones) & ~escape)
          | ((bytes - ones * 0x20) & ~bytes))
         & ones * 0x80;
}

/* Over bytes of a string that stand for themselves; how many they are. */
static gsize
skip_plain (Scan *scan)
{
  const char *first = scan->at;
  guint64 bytes;

  while ((gsize) (scan->end - scan->at) >= sizeof bytes) {
    memcpy (&bytes, scan->at, sizeof bytes);
    const guint64 special = find_special (GUINT64_FROM_LE (bytes));
    if (special != 0) {
      scan->at += __builtin_ctzll (special) / 8;
      return (gsize) (scan->at - first);
    }
    scan->at += sizeof bytes;
  }
  while (scan->at < scan->end && *scan->at != '"' && *scan->at != '\\'
         && (guchar) *scan->at >= 0x20)
    scan->at++;
  return (gsize) (scan->at - first);
}

/* At the opening quote. The decoded text is appended to `decoded`, if given. */
static gboolean
scan_string (Scan *scan, gsize limit, GString *decoded)
{
  gsize bytes = 0;

  scan->at++;
  for (;;) {
    const char *run = scan->at;
    const gsize plain = skip_plain (scan);
    char character[6];
    int length;

    if (plain > limit - bytes) {
      scan->at = run + (limit - bytes);
      return fail (scan, JIPYO_JSON_ERROR_TOO_LARGE, N_ ("string too long"));
    }
    bytes += plain;
    if (decoded != NULL && plain > 0)
      g_string_append_len (decoded, run, (gssize) plain);
    if (scan->at >= scan->end)
      return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("string without its end"));
    if (*scan->at == '"')
      break;
    if ((guchar) *scan->at < 0x20)
      return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("control character in a string"));
    if (bytes >= limit)
      return fail (scan, JIPYO_JSON_ERROR_TOO_LARGE, N_ ("string too long"));
    scan->at++;
    if (!read_escape (scan, character, &length))
      return FALSE;
    bytes = MIN (bytes + (gsize) length, limit);
    if (decoded != NULL)
      g_string_append_len (decoded, character, length);
  }
  scan->at++;
  return TRUE;
}

static gboolean
skip_digits (Scan *scan)
{
  const char *first = scan->at;

  while (scan->at < scan->end && *scan->at >= '0' && *scan->at <= '9')
    scan->at++;
  return scan->at > first || fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("a number lacks digits"));
}

/* An integer of as many digits as int64 has may still be larger. */
static gboolean
fits_int64 (const char *text, gsize length)
{
  gboolean negative = *text == '-';
  const char *digits = text + negative;
  gsize count = length - negative;

  if (count != 19)
    return count < 19;
  return memcmp (digits, negative ? "9223372036854775808" : "9223372036854775807", 19) <= 0;
}

static gboolean
scan_number (Scan *scan)
{
  const char *first = scan->at;
  gboolean integer = TRUE;

  if (*scan->at == '-')
    scan->at++;
  if (peek (scan) == '0')
    scan->at++;
  else if (!skip_digits (scan))
    return FALSE;
  if (peek (scan) == '.') {
    integer = FALSE;
    scan->at++;
    if (!skip_digits (scan))
      return FALSE;
  }
  if (peek (scan) == 'e' || peek (scan) == 'E') {
    integer = FALSE;
    scan->at++;
    if (peek (scan) == '+' || peek (scan) == '-')
      scan->at++;
    if (!skip_digits (scan))
      return FALSE;
  }
  if ((gsize) (scan->at - first) > scan->limits->number_bytes) {
    scan->at = first;
    return fail (scan, JIPYO_JSON_ERROR_TOO_LARGE, N_ ("number too long"));
  }
  if (integer && !fits_int64 (first, (gsize) (scan->at - first))) {
    scan->at = first;
    return fail (scan, JIPYO_JSON_ERROR_RANGE, N_ ("integer beyond 64 bits"));
  }
  if (scan->numbers != NULL) {
    const JipyoJsonNumber number = { .offset = (guint32) (first - scan->start),
                                     .length = (guint32) (scan->at - first) };

    g_array_append_val (scan->numbers, number);
  }
  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("not a JSON value"));
  scan->at += length;
  return TRUE;
}

/* A name that the object before did not have here. */
static gboolean
scan_new_name (Scan *scan, JipyoJsonNames *names)
{
  const char *first = scan->at++;
  const char *name = scan->at;
  gsize length = skip_plain (scan);
  const gboolean plain = peek (scan) == '"' && length <= scan->limits->key_bytes;

  if (plain) {
    scan->at++;
  } else {
    g_autoptr (GString) decoded = g_string_new (NULL);

    scan->at = first;
    if (!scan_string (scan, scan->limits->key_bytes, decoded))
      return FALSE;
    if (scan->decoded == NULL)
      scan->decoded = g_string_chunk_new (DECODED_USUAL);
    length = decoded->len;
    name = g_string_chunk_insert_len (scan->decoded, decoded->str, (gssize) length);
  }
  if (names->n_names >= MIN (scan->limits->keys_per_object, NAMES_MAX))
    return fail (scan, JIPYO_JSON_ERROR_TOO_LARGE, N_ ("too many names in an object"));
  if (!jipyo_json_names_add (names, name, length, plain)) {
    scan->at = first;
    return fail (scan, JIPYO_JSON_ERROR_SCHEMA, N_ ("name given twice in an object"));
  }
  return TRUE;
}

static gboolean
scan_name_text (Scan *scan)
{
  JipyoJsonNames *names = &scan->names[scan->depth];
  const char *behind;

  if (scan->limits->to_the_letter)
    return scan_string (scan, scan->limits->key_bytes, NULL);
  behind = jipyo_json_names_follow (names, scan->at, scan->end);
  if (behind == NULL)
    return scan_new_name (scan, names);
  scan->at = behind;
  return TRUE;
}

/* A name and its colon, up to the value. */
static gboolean
scan_name (Scan *scan)
{
  skip_space (scan);
  if (peek (scan) != '"')
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("expected a name in quotes"));
  if (!count_token (scan) || !scan_name_text (scan))
    return FALSE;
  skip_space (scan);
  if (peek (scan) != ':')
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("expected a colon"));
  scan->at++;
  return TRUE;
}

static gboolean
open_container (Scan *scan, gboolean object)
{
  if (scan->depth >= MIN (scan->limits->depth, DEPTH_MAX))
    return fail (scan, JIPYO_JSON_ERROR_TOO_DEEP, N_ ("nested too deeply"));
  scan->at++;
  scan->depth++;
  scan->deepest = MAX (scan->deepest, scan->depth);
  scan->objects = scan->objects << 1 | (object ? 1 : 0);
  return TRUE;
}

static void
close_container (Scan *scan)
{
  if (scan->objects & 1)
    jipyo_json_names_close (&scan->names[scan->depth]);
  scan->at++;
  scan->depth--;
  scan->objects >>= 1;
}

static gboolean
at_close (const Scan *scan)
{
  return scan->depth > 0 && peek (scan) == (scan->objects & 1 ? '}' : ']');
}

/* One value; of a container only its opening bracket. */
static gboolean
scan_value (Scan *scan, gboolean *opened)
{
  int byte;

  skip_space (scan);
  byte = peek (scan);
  *opened = byte == '{' || byte == '[';
  if (!count_token (scan))
    return FALSE;
  switch (byte) {
  case '{':
  case '[':
    return open_container (scan, byte == '{');
  case '"':
    return scan_string (scan, scan->limits->string_bytes, NULL);
  case 't':
    return scan_word (scan, "true");
  case 'f':
    return scan_word (scan, "false");
  case 'n':
    return scan_word (scan, "null");
  default:
    if (byte == '-' || g_ascii_isdigit (byte))
      return scan_number (scan);
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON,
                 byte < 0 ? N_ ("ends where a value is expected") : N_ ("not a JSON value"));
  }
}

/* After a value: closes what ends here, then stands before the next value, or after the root. */
static gboolean
scan_separator (Scan *scan)
{
  skip_space (scan);
  while (at_close (scan)) {
    close_container (scan);
    skip_space (scan);
  }
  if (scan->depth == 0)
    return TRUE;
  if (peek (scan) != ',')
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON,
                 scan->objects & 1 ? N_ ("expected a comma or }") : N_ ("expected a comma or ]"));
  scan->at++;
  return (scan->objects & 1) == 0 || scan_name (scan);
}

static gboolean
scan_document (Scan *scan)
{
  do {
    gboolean opened;

    if (!scan_value (scan, &opened))
      return FALSE;
    skip_space (scan);
    if (opened && !at_close (scan)) {
      if ((scan->objects & 1) && !scan_name (scan))
        return FALSE;
      continue;
    }
    if (!scan_separator (scan))
      return FALSE;
  } while (scan->depth > 0);
  if (scan->at < scan->end)
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("more than one value"));
  return TRUE;
}

/* How many bytes from the first on are ASCII, as most are, for the most part eight at a time. */
static gsize
count_ascii (const char *text, gsize length)
{
  gsize n = 0;
  guint64 bytes;

  for (; n + sizeof bytes <= length; n += sizeof bytes) {
    memcpy (&bytes, text + n, sizeof bytes);
    if ((bytes & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
      break;
  }
  return n;
}

static gboolean
check_text (Scan *scan)
{
  const gsize length = (gsize) (scan->end - scan->start);

  if (length > scan->limits->bytes)
    return fail (scan, JIPYO_JSON_ERROR_TOO_LARGE, N_ ("too many bytes"));
  if (scan->start == scan->end)
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("empty"));
  const gsize ascii = count_ascii (scan->start, length);
  if (!g_utf8_validate_len (scan->start + ascii, length - ascii, &scan->at))
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("not UTF-8"));
  scan->at = scan->start;
  return TRUE;
}

static gboolean
scan_all (Scan *scan, JipyoJsonPosition *at)
{
  const gboolean good = check_text (scan) && scan_document (scan);

  if (!good && at != NULL)
    *at = jipyo_json_position (scan->start, (gsize) (scan->at - scan->start));
  for (guint i = 0; i <= scan->deepest; i++)
    jipyo_json_names_clear (&scan->names[i]);
  g_clear_pointer (&scan->decoded, g_string_chunk_free);
  return good;
}

gboolean
jipyo_json_scan (const char *data,
                 gsize length,
                 const JipyoJsonLimits *limits,
                 JipyoJsonPosition *at,
                 GError **error)
{
  Scan scan = { .at = data, .start = data, .end = data + length, .limits = limits, .error = error };

  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  return scan_all (&scan, at);
}

gboolean
jipyo_json_scan_numbers (const char *data, gsize length, JipyoJsonNumberScan *scan, GError **error)
{
  Scan own = { .at = data,
               .start = data,
               .end = data + length,
               .limits = scan->limits,
               .numbers = scan->numbers,
               .error = error };

  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  g_return_val_if_fail (scan->limits->bytes <= G_MAXUINT32, FALSE);
  return scan_all (&own, &scan->at);
}

JipyoJsonPosition
jipyo_json_position (const char *data, gsize offset)
{
  JipyoJsonPosition at = { .offset = offset, .line = 1, .column = 1 };

  for (gsize i = 0; i < offset; i++) {
    if (data[i] == '\n') {
      at.line++;
      at.column = 1;
    } else if (((guchar) data[i] & 0xc0) != 0x80) {
      at.column++;
    }
  }
  return at;
}
