/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strict scanner. It walks the bytes once, keeps the kinds of the open containers in a stack of
 * bits and the names of the open objects in a set each, and never calls itself: neither deep nor
 * wide input can hurt it. json-glib alone would take octal numbers, comments, two roots and
 * repeated names, wrap large integers, and crash on deep nesting.
 */

#include "jipyo-json-scan.h"

#include <glib/gi18n.h>
#include <string.h>

enum {
  DEPTH_MAX = 64,     /* bits in the stack of containers */
  NAMES_MAX = 4096,   /* names in one object, whatever the limits say */
  TEXT_USUAL = 512,   /* of the names of a row */
  SLOTS_MIN = 1 << 6, /* all powers of two */
  SLOTS_MAX = 1 << 13 /* twice as many as names */
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
  guint32 hash;
  guint32 offset; /* of the decoded name in the text of all open names */
  guint16 length;
  guint16 slot;
} Name;

typedef struct {
  guint16 *slots; /* index + 1 into `names` from `first`, 0 empty; owned, NULL until needed */
  guint n_slots;  /* always at least twice as many as names in them */
  guint first;    /* index of the object's first name */
  gsize text;     /* length of the names' text before the object */
} NameSet;

typedef struct {
  const char *at; /* the next byte; on failure the byte at fault */
  const char *start;
  const char *end;
  const JipyoJsonLimits *limits;
  guint64 objects; /* the open containers, innermost in bit 0; set for an object */
  guint depth;
  guint tokens;
  GString *text; /* decoded names of the open objects, end to end */
  GArray *names; /* of Name */
  NameSet sets[DEPTH_MAX + 1];
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

/* Over bytes of a string that stand for themselves; how many they are. */
static gsize
skip_plain (Scan *scan)
{
  const char *first = scan->at;

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

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
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

static guint32
hash_name (const char *name, gsize length, guint32 seed)
{
  guint32 hash = seed ^ 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) name[i]) * 16777619u;
  return hash ^ hash >> 15;
}

static gboolean
same_name (const Scan *scan, const Name *a, const Name *b)
{
  return a->hash == b->hash && a->length == b->length
         && memcmp (scan->text->str + a->offset, scan->text->str + b->offset, a->length) == 0;
}

static void
put_name (NameSet *set, Name *name, guint index)
{
  guint slot = name->hash & (set->n_slots - 1);

  while (set->slots[slot] != 0)
    slot = (slot + 1) & (set->n_slots - 1);
  name->slot = (guint16) slot;
  set->slots[slot] = (guint16) (index + 1);
}

/* Most objects have few names, and a large table would cost more than they do. */
static void
make_room (Scan *scan, NameSet *set)
{
  const guint n_names = scan->names->len - set->first;

  if (2 * (n_names + 1) <= set->n_slots)
    return;
  set->n_slots = set->n_slots == 0 ? SLOTS_MIN : MIN (2 * set->n_slots, SLOTS_MAX);
  g_free (set->slots);
  set->slots = g_new0 (guint16, set->n_slots);
  for (guint i = 0; i < n_names; i++)
    put_name (set, &g_array_index (scan->names, Name, set->first + i), i);
}

/* FALSE when the innermost object has the name already. The seed is the address of the text, so
 * that names cannot be prepared to collide. */
static gboolean
add_name (Scan *scan, gsize offset)
{
  NameSet *set = &scan->sets[scan->depth];
  Name name = { .offset = (guint32) offset, .length = (guint16) (scan->text->len - offset) };

  name.hash =
    hash_name (scan->text->str + offset, name.length, (guint32) GPOINTER_TO_SIZE (scan->start));
  make_room (scan, set);
  for (guint slot = name.hash & (set->n_slots - 1); set->slots[slot] != 0;
       slot = (slot + 1) & (set->n_slots - 1)) {
    guint index = set->first + set->slots[slot] - 1;

    if (same_name (scan, &g_array_index (scan->names, Name, index), &name))
      return FALSE;
  }
  put_name (set, &name, scan->names->len - set->first);
  g_array_append_val (scan->names, name);
  return TRUE;
}

/* A name and its colon, up to the value. */
static gboolean
scan_name (Scan *scan)
{
  const char *first;
  gsize offset = scan->text->len;

  skip_space (scan);
  first = scan->at;
  if (peek (scan) != '"')
    return fail (scan, JIPYO_JSON_ERROR_NOT_JSON, N_ ("expected a name in quotes"));
  if (!count_token (scan) || !scan_string (scan, scan->limits->key_bytes, scan->text))
    return FALSE;
  if (!scan->limits->to_the_letter) {
    guint count = scan->names->len - scan->sets[scan->depth].first;

    if (count >= MIN (scan->limits->keys_per_object, NAMES_MAX))
      return fail (scan, JIPYO_JSON_ERROR_TOO_LARGE, N_ ("too many names in an object"));
    if (!add_name (scan, offset)) {
      scan->at = first;
      return fail (scan, JIPYO_JSON_ERROR_SCHEMA, N_ ("name given twice in an object"));
    }
  }
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
  scan->objects = scan->objects << 1 | (object ? 1 : 0);
  scan->sets[scan->depth].first = scan->names->len;
  scan->sets[scan->depth].text = scan->text->len;
  return TRUE;
}

/* Forgets the object's names one by one: clearing the whole table would cost more than most objects
 * have names. */
static void
close_container (Scan *scan)
{
  NameSet *set = &scan->sets[scan->depth];

  for (guint i = set->first; i < scan->names->len; i++)
    set->slots[g_array_index (scan->names, Name, i).slot] = 0;
  g_array_set_size (scan->names, set->first);
  g_string_truncate (scan->text, set->text);
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

gboolean
jipyo_json_scan (const char *data,
                 gsize length,
                 const JipyoJsonLimits *limits,
                 JipyoJsonPosition *at,
                 GError **error)
{
  Scan scan = { .at = data, .start = data, .end = data + length, .limits = limits, .error = error };
  gboolean good;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  scan.text = g_string_sized_new (TEXT_USUAL);
  scan.names = g_array_sized_new (FALSE, FALSE, sizeof (Name), SLOTS_MIN / 2);
  good = check_text (&scan) && scan_document (&scan);
  if (!good && at != NULL)
    *at = jipyo_json_position (data, (gsize) (scan.at - data));
  for (guint i = 0; i < G_N_ELEMENTS (scan.sets); i++)
    g_free (scan.sets[i].slots);
  g_array_unref (scan.names);
  g_string_free (scan.text, TRUE);
  return good;
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
