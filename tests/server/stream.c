/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handshake, frames, scripts. The other side's frames are looked at as they come: all that matters
 * is which coins they name and that they are pings.
 */

#include "stream.h"

#include <string.h>
#include <sys/socket.h>

#include "market.h"

enum { TURN_US = 5000, FRAME_MAX = 4096, COINS_MAX = 16, FINAL = 0x80, TEXT = 1, BINARY = 2 };

typedef struct {
  const Stream *stream;
  char *venue;      /* NULL before it is known */
  GPtrArray *coins; /* "BTC" */
  const char *mood; /* of the market */
  guint serial;
  gboolean gone;
  gboolean mute; /* pings are not answered */
} Line;

/* Atomic: each connection has a thread of its own. */
static guint messages_sent;
static int clock_rate = 4; /* messages a second and connection */

typedef struct {
  const char *name;
  void (*play) (Line *line, int argument);
  int argument;
} Script;

static void
put (Line *line, const void *bytes, gsize length)
{
  GOutputStream *output = g_io_stream_get_output_stream (line->stream->stream);

  if (!line->gone && !g_output_stream_write_all (output, bytes, length, NULL, NULL, NULL))
    line->gone = TRUE;
}

static void
put_header (Line *line, guint8 first, guint64 length)
{
  guint8 header[10] = { first };

  if (length < 126) {
    header[1] = (guint8) length;
    put (line, header, 2);
  } else if (length <= G_MAXUINT16) {
    header[1] = 126;
    header[2] = (guint8) (length >> 8);
    header[3] = (guint8) length;
    put (line, header, 4);
  } else {
    header[1] = 127;
    for (guint i = 0; i < 8; i++)
      header[2 + i] = (guint8) (length >> (56 - 8 * i));
    put (line, header, 10);
  }
}

static void
put_frame (Line *line, guint8 first, const char *text)
{
  put_header (line, first, strlen (text));
  put (line, text, strlen (text));
}

static void
shake_hands (Line *line)
{
  const char *key = strstr (line->stream->request, "Sec-WebSocket-Key: ");
  g_autofree char *joined = NULL;
  g_autofree char *accept = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_assert_nonnull (key);
  key += strlen ("Sec-WebSocket-Key: ");
  joined =
    g_strdup_printf ("%.*s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", (int) strcspn (key, "\r\n"), key);
  g_checksum_update (sum, (const guchar *) joined, -1);
  g_checksum_get_digest (sum, digest, &length);
  accept = g_base64_encode (digest, length);
  answer = g_strdup_printf ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                            "Connection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n",
                            accept);
  put (line, answer, strlen (answer));
}

static gboolean
read_exactly (Line *line, void *bytes, gsize length)
{
  GInputStream *input = g_io_stream_get_input_stream (line->stream->stream);

  if (!g_input_stream_read_all (input, bytes, length, &length, NULL, NULL) || length == 0)
    line->gone = TRUE;
  return !line->gone;
}

static void
note_coin (Line *line, const char *text, gsize length)
{
  if (line->coins->len < COINS_MAX)
    g_ptr_array_add (line->coins, g_strndup (text, length));
}

static void
subscribe (Line *line, const char *text)
{
  gboolean coinone = strstr (text, "\"SUBSCRIBE\"") != NULL;
  const char *mark = coinone ? "\"target_currency\":\"" : "\"KRW-";

  if (line->venue == NULL)
    line->venue = g_strdup (coinone                                ? "coinone"
                            : strstr (text, "\"KRW-BCH\"") != NULL ? "bithumb"
                                                                   : "upbit");
  for (const char *at = strstr (text, mark); at != NULL; at = strstr (at, mark)) {
    at += strlen (mark);
    note_coin (line, at, strcspn (at, "\""));
  }
}

static void
obey (Line *line, const char *text)
{
  if (strstr (text, "PING") == NULL)
    subscribe (line, text);
  else if (!line->mute)
    put_frame (line, FINAL | TEXT,
               *text == '{' ? "{\"response_type\":\"PONG\"}" : "{\"status\":\"UP\"}");
}

/* Everything from a client is masked, and here short enough. */
static void
read_frame (Line *line)
{
  guint8 head[4] = { 0 };
  guint8 mask[4];
  char text[FRAME_MAX + 1] = { 0 };
  gsize length;

  if (!read_exactly (line, head, 2))
    return;
  length = head[1] & 0x7f;
  if (length == 126 && read_exactly (line, head + 2, 2))
    length = (gsize) head[2] << 8 | head[3];
  if (length > FRAME_MAX || !read_exactly (line, mask, 4)
      || (length > 0 && !read_exactly (line, text, length)))
    return;
  for (gsize i = 0; i < length; i++)
    text[i] ^= (char) mask[i % 4];
  if ((head[0] & 0x0f) == 8)
    line->gone = !line->mute;
  else if ((head[0] & 0x0f) <= 2)
    obey (line, text);
}

static void
listen_for (Line *line, guint time_us)
{
  while (!line->gone
         && g_socket_condition_timed_wait (line->stream->socket, G_IO_IN, time_us, NULL, NULL)) {
    read_frame (line);
    time_us = 0;
  }
}

static gboolean
goes_on (Line *line)
{
  return !line->gone && !g_atomic_int_get (line->stream->stopping);
}

static char *
make_message (Line *line, guint coin)
{
  const MarketNews news = { line->venue, g_ptr_array_index (line->coins, coin), line->mood,
                            line->serial++, g_get_real_time () / 1000 + line->stream->ahead_ms };

  return market_message (&news);
}

static void
put_news (Line *line, guint coin)
{
  g_autofree char *text = make_message (line, coin);

  g_atomic_int_inc (&messages_sent);
  put_frame (line, FINAL | (strcmp (line->venue, "upbit") == 0 ? BINARY : TEXT), text);
}

static void
put_snapshots (Line *line)
{
  while (goes_on (line) && line->coins->len == 0)
    listen_for (line, TURN_US);
  listen_for (line, TURN_US);
  for (guint i = 0; goes_on (line) && i < line->coins->len; i++)
    put_news (line, i);
}

static void
hang (Line *line, int argument)
{
  line->mute = argument != 0;
  while (goes_on (line))
    listen_for (line, TURN_US);
}

/* A frame whole, so that a burst of them is one write. (transfer full) */
static GByteArray *
make_news (Line *line, guint coin)
{
  g_autofree char *text = make_message (line, coin);
  gsize length = strlen (text);
  const guint8 head[] = { FINAL | BINARY, 126, (guint8) (length >> 8), (guint8) length };
  GByteArray *frame = g_byte_array_new ();

  g_byte_array_append (frame, head, sizeof head);
  g_byte_array_append (frame, (const guint8 *) text, (guint) length);
  return frame;
}

/* The news of a burst are made once a coin: the exchange shares the machine with what is measured.
 */
static void
put_burst (Line *line, guint count)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  g_autoptr (GByteArray) burst = g_byte_array_new ();

  for (guint i = 0; i < count; i++) {
    guint coin = i % line->coins->len;

    if (coin == news->len)
      g_ptr_array_add (news, make_news (line, coin));
    g_byte_array_append (burst, ((GByteArray *) news->pdata[coin])->data,
                         ((GByteArray *) news->pdata[coin])->len);
  }
  put (line, burst->data, burst->len);
  g_atomic_int_add (&messages_sent, count);
}

static void
play_rate (Line *line, int rate)
{
  gint64 first_us;
  gint64 sent = 0;

  put_snapshots (line);
  first_us = g_get_monotonic_time ();
  while (goes_on (line)) {
    gint64 due = (g_get_monotonic_time () - first_us) * rate / G_USEC_PER_SEC;

    put_burst (line, (guint) MIN (due - sent, 20000));
    sent = due;
    listen_for (line, TURN_US);
  }
}

/* At the rate of the moment. */
static void
play_clock (Line *line, int argument)
{
  double due = 0;
  gint64 then_us;

  line->mood = "clock";
  put_snapshots (line);
  then_us = g_get_monotonic_time ();
  while (goes_on (line)) {
    const gint64 now_us = g_get_monotonic_time ();

    due += (double) (now_us - then_us) * g_atomic_int_get (&clock_rate) / G_USEC_PER_SEC;
    put_burst (line, (guint) due);
    due -= (guint) due;
    then_us = now_us;
    listen_for (line, TURN_US);
  }
}

static void
play_drop (Line *line, int argument)
{
  const struct linger now = { 1, 0 };

  put_snapshots (line);
  setsockopt (g_socket_get_fd (line->stream->socket), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

static void
play_close (Line *line, int code)
{
  const guint8 reason[] = { (guint8) (code >> 8), (guint8) code };

  put_snapshots (line);
  put_header (line, FINAL | 8, sizeof reason);
  put (line, reason, sizeof reason);
  hang (line, FALSE);
}

/* A message that the client must refuse, and deaf to its close. */
static void
play_no_close (Line *line, int argument)
{
  put_snapshots (line);
  put_frame (line, FINAL | TEXT, "<html>");
  hang (line, TRUE);
}

static void
play_big (Line *line, int length)
{
  g_autofree char *spaces = g_strnfill ((gsize) length, ' ');

  put_snapshots (line);
  put_frame (line, FINAL | TEXT, spaces);
  hang (line, TRUE);
}

static void
play_fragments (Line *line, int length)
{
  g_autofree char *spaces = g_strnfill ((gsize) length, ' ');

  put_snapshots (line);
  put_frame (line, TEXT, spaces);
  /* At the speed of a very good network: libsoup reads on as long as bytes are there, and a sender
   * on the same machine can keep it from ever coming back to the loop. */
  while (goes_on (line)) {
    put_frame (line, 0, spaces);
    g_usleep (200);
  }
}

/* The argument is an index of these; each is sent as it stands. */
static void
play_bytes (Line *line, int index)
{
  static const char *const bytes[] = {
    "\x81\x85\x01\x02\x03\x04{}   ",              /* masked */
    "\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff{}", /* 2^64 - 1 bytes */
    "\x81\x04\"\xc3\x28\"",                       /* not UTF-8 */
    "\xc1\x02{}",                                 /* compressed, which was not agreed */
    "\x83\x02{}",                                 /* a kind of frame that there is not */
    "\x80\x02{}",                                 /* goes on with nothing */
  };

  put_snapshots (line);
  put (line, bytes[index], strlen (bytes[index]));
  hang (line, TRUE);
}

static void
play_nul (Line *line, int argument)
{
  put_snapshots (line);
  put (line, "\x81\x04{\0}\0", 6);
  hang (line, TRUE);
}

static void
play_text (Line *line, int index)
{
  static const char *const texts[] = {
    "{\"error\":{\"name\":\"NO_CODES\",\"message\":\"codes is required\"}}",
    "",
  };

  put_snapshots (line);
  put_frame (line, FINAL | TEXT, texts[index]);
  hang (line, FALSE);
}

static const Script scripts[] = {
  { "ws-live", play_rate, 4 },         { "ws-400", play_rate, 400 },
  { "ws-3334", play_rate, 3334 },      { "ws-clock", play_clock, 0 },
  { "ws-flood", play_rate, 10000000 }, { "ws-dead", hang, TRUE },
  { "ws-drop", play_drop, 0 },         { "ws-close", play_close, 1001 },
  { "ws-restart", play_close, 1012 },  { "ws-noclose", play_no_close, 0 },
  { "ws-big", play_big, 300 << 10 },   { "ws-fragments", play_fragments, 64 << 10 },
  { "ws-masked", play_bytes, 0 },      { "ws-huge", play_bytes, 1 },
  { "ws-utf8", play_bytes, 2 },        { "ws-deflate", play_bytes, 3 },
  { "ws-opcode", play_bytes, 4 },      { "ws-orphan", play_bytes, 5 },
  { "ws-nul", play_nul, 0 },           { "ws-error", play_text, 0 },
  { "ws-quiet", hang, FALSE },         { "ws-empty", play_text, 1 },
};

static const Script *
find_script (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (strcmp (scripts[i].name, name) == 0)
      return &scripts[i];
  return NULL;
}

guint
stream_count_messages (void)
{
  return (guint) g_atomic_int_get (&messages_sent);
}

void
stream_set_clock_rate (int rate)
{
  g_atomic_int_set (&clock_rate, rate);
}

gboolean
stream_knows (const char *script)
{
  return find_script (script) != NULL;
}

void
stream_play (const Stream *self, const char *script)
{
  g_autoptr (GPtrArray) coins = g_ptr_array_new_with_free_func (g_free);
  Line line = { .stream = self, .coins = coins, .mood = "live" };
  const Script *found = find_script (script);

  shake_hands (&line);
  found->play (&line, found->argument);
  g_free (line.venue);
}
