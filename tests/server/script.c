/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scripts of the loopback exchange. Times are short enough for tests that set short limits.
 */

#include "script.h"

#include <string.h>
#include <sys/socket.h>

#include "market.h"
#include "pack.h"

enum { DRIP_US = 50000 };

static gboolean
put (Talk *talk, const void *bytes, gsize length)
{
  return g_output_stream_write_all (g_io_stream_get_output_stream (talk->stream), bytes, length,
                                    NULL, NULL, NULL);
}

static gboolean
put_text (Talk *talk, const char *text)
{
  return put (talk, text, strlen (text));
}

/* Until the exchange ends or the other side has gone. */
static void
hang (Talk *talk)
{
  GSocket *socket = g_socket_connection_get_socket (talk->connection);
  char byte;

  g_socket_set_blocking (socket, FALSE);
  while (!g_atomic_int_get (talk->stopping)) {
    g_autoptr (GError) error = NULL;

    if (g_socket_receive (socket, &byte, 1, NULL, &error) == 0
        || (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK)))
      return;
    g_usleep (SCRIPT_HANG_US);
  }
}

static gint64
get_now_ms (const Talk *talk)
{
  return g_get_real_time () / 1000 + talk->ahead_ms;
}

/* A header line, or nothing. (transfer full) */
static char *
format_date (const Talk *talk)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (get_now_ms (talk) / 1000);

  return talk->dated ? g_date_time_format (now, "Date: %a, %d %b %Y %H:%M:%S GMT\r\n")
                     : g_strdup ("");
}

static void
put_head (Talk *talk, const char *headers, gsize length)
{
  g_autofree char *date = format_date (talk);
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                           "%s%sContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                                           date, headers, length);

  put_text (talk, head);
}

/* With an argument the connection is closed just when it would be used again. */
static void
play_ok (Talk *talk)
{
  put_head (talk, "", strlen (talk->body));
  put_text (talk, talk->body);
  talk->open = talk->argument == NULL;
}

/* The argument is the mood of the invented market. */
static void
play_market (Talk *talk)
{
  guint serial = (guint) g_atomic_int_add (talk->answers, 1);
  char *body = market_answer (talk->request, talk->argument, serial, get_now_ms (talk));
  if (body != NULL) {
    g_free (talk->body);
    talk->body = body;
  }
  talk->argument = NULL;
  play_ok (talk);
}

/* The argument is the whole answer; {body} in it stands for the body. */
static void
play_text (Talk *talk)
{
  g_autoptr (GString) text = g_string_new (talk->argument);

  g_string_replace (text, "{body}", talk->body, 0);
  put_text (talk, text->str);
}

static void
drip (Talk *talk, const char *text)
{
  while (*text != '\0' && !g_atomic_int_get (talk->stopping)) {
    if (!put (talk, text++, 1))
      return;
    g_usleep (DRIP_US);
  }
}

static void
play_drip (Talk *talk)
{
  put_head (talk, "", strlen (talk->body));
  drip (talk, talk->body);
}

static void
play_drip_headers (Talk *talk)
{
  g_autofree char *slow = g_strnfill (400, 'a');

  put_text (talk, "HTTP/1.1 200 OK\r\nX-Slow: ");
  drip (talk, slow);
}

static void
play_half (Talk *talk)
{
  put_head (talk, "", strlen (talk->body));
  put (talk, talk->body, strlen (talk->body) / 2);
  if (talk->argument != NULL)
    hang (talk);
}

/* The first chunk is right, the end never comes. */
static void
play_chunk_cut (Talk *talk)
{
  guint length = (guint) strlen (talk->body) - 1;
  g_autofree char *head =
    g_strdup_printf ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n", length);

  put_text (talk, head);
  put (talk, talk->body, length);
  put_text (talk, "\r\n");
}

static void
play_reset (Talk *talk)
{
  GSocket *socket = g_socket_connection_get_socket (talk->connection);
  const struct linger now = { 1, 0 };

  put_head (talk, "", strlen (talk->body));
  put (talk, talk->body, strlen (talk->body) / 2);
  setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

static void
put_packed (Talk *talk, const GByteArray *packed, guint length)
{
  put_head (talk, "Content-Encoding: gzip\r\n", length);
  put (talk, packed->data, length);
}

static void
play_gzip (Talk *talk)
{
  g_autoptr (GByteArray) packed = pack (talk->body, strlen (talk->body));

  if (strcmp (talk->argument, "cut") == 0) {
    put_packed (talk, packed, packed->len - 9);
    return;
  }
  if (strcmp (talk->argument, "bad-sum") == 0)
    packed->data[packed->len - 6] ^= 1;
  if (strcmp (talk->argument, "garbage") == 0)
    g_byte_array_append (packed, (const guint8 *) "more", 4);
  put_packed (talk, packed, packed->len);
}

/* The text in two members, which is allowed. */
static void
play_gzip_members (Talk *talk)
{
  gsize half = strlen (talk->body) / 2;
  g_autoptr (GByteArray) first = pack (talk->body, half);
  g_autoptr (GByteArray) second = pack (talk->body + half, strlen (talk->body) - half);

  g_byte_array_append (first, second->data, second->len);
  put_packed (talk, first, first->len);
}

static void
play_gzip_twice (Talk *talk)
{
  g_autoptr (GByteArray) once = pack (talk->body, strlen (talk->body));
  g_autoptr (GByteArray) twice = pack (once->data, once->len);

  put_head (talk, "Content-Encoding: gzip, gzip\r\n", twice->len);
  put (talk, twice->data, twice->len);
}

static void
play_gzip_bomb (Talk *talk)
{
  gsize length = 8 << 20;
  g_autofree char *zeros = g_malloc0 (length);
  g_autoptr (GByteArray) packed = pack (zeros, length);

  put_packed (talk, packed, packed->len);
}

static void
play_endless (Talk *talk)
{
  g_autofree char *spaces = g_strnfill (64 << 10, ' ');

  put_text (talk, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
  while (!g_atomic_int_get (talk->stopping) && put_text (talk, spaces))
    continue;
}

static void
play_big_header (Talk *talk)
{
  g_autofree char *value = g_strnfill (100 << 10, 'a');

  put_text (talk, "HTTP/1.1 200 OK\r\nX-Big: ");
  put_text (talk, value);
  put_text (talk, "\r\n\r\n");
}

/* A zero in the middle of a header that is otherwise right. */
static void
play_nul_header (Talk *talk)
{
  static const char header[] = "HTTP/1.1 200 OK\r\nX-Nul: a\0b\r\n";

  put (talk, header, sizeof header - 1);
  put_text (talk, "Connection: close\r\n\r\n");
  put_text (talk, talk->body);
}

/* Each says that the answer is still to come. */
static void
play_endless_continue (Talk *talk)
{
  while (!g_atomic_int_get (talk->stopping) && put_text (talk, "HTTP/1.1 100 Continue\r\n\r\n"))
    continue;
}

static void
play_many_headers (Talk *talk)
{
  put_text (talk, "HTTP/1.1 200 OK\r\n");
  for (guint i = 0; i < 3000; i++)
    put_text (talk, "X-Many: many many many headers\r\n");
  put_text (talk, "\r\n");
}

/* "as before" to whoever knows the mark, which is the count of characters. */
static void
play_marked (Talk *talk)
{
  g_autofree char *mark = g_strdup_printf ("\"%" G_GSIZE_FORMAT "\"", strlen (talk->body));
  g_autofree char *known = g_strdup_printf ("If-None-Match: %s\r\n", mark);
  g_autofree char *header = g_strdup_printf ("ETag: %s\r\n", mark);

  talk->open = TRUE;
  if (strstr (talk->request, known) != NULL) {
    put_text (talk, "HTTP/1.1 304 Not Modified\r\n\r\n");
    return;
  }
  put_head (talk, header, strlen (talk->body));
  put_text (talk, talk->body);
}

/* clang-format off */
#define ANSWER(status, headers, body) \
  "HTTP/1.1 " status "\r\n" headers "Connection: close\r\n\r\n" body
#define REDIRECT(headers) ANSWER ("302 Found", headers "Content-Length: 0\r\n", "")
#define BARE(status, headers) ANSWER (status, headers "Content-Length: 0\r\n", "")
#define CHUNKED(body) ANSWER ("200 OK", "Transfer-Encoding: chunked\r\n", body)

static const Script scripts[] = {
  { "ok", play_ok, NULL },
  { "live", play_market, "live" },
  { "closed", play_market, "closed" },
  { "suspect", play_market, "suspect" }, { "unknown-share", play_market, "unknown-share" }, { "delisting", play_market, "delisting" },
  { "named", play_market, "named" },
  { "marked", play_marked, NULL },
  { "second-spent", play_text, ANSWER ("200 OK", "Remaining-Req: group=ticker; min=600; sec=0\r\n", "{body}") },
  { "minute-spent", play_text, ANSWER ("200 OK", "Public-Ratelimit-Remaining: 2\r\n", "{body}") },
  { "silent", hang, NULL },
  { "drip", play_drip, NULL },
  { "drip-headers", play_drip_headers, NULL },
  { "half", play_half, "and no more" },
  { "cl-long", play_text, ANSWER ("200 OK", "Content-Length: 100000\r\n", "{body}") },
  { "cl-short", play_half, NULL },
  { "chunk-trunc", play_chunk_cut, NULL },
  { "chunk-badsize", play_text, CHUNKED ("zz\r\n{body}\r\n0\r\n\r\n") },
  { "chunk-negsize", play_text, CHUNKED ("-5\r\n{body}\r\n0\r\n\r\n") },
  { "chunk-hugesize", play_text, CHUNKED ("1000000000000000000\r\n{body}") },
  { "reset", play_reset, NULL },
  { "429", play_text, BARE ("429 Too Many", "Retry-After: 7\r\n") },
  { "429-date", play_text, BARE ("429 Too Many", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n") },
  { "429-dated", play_text, BARE ("429 Too Many", "Date: Wed, 21 Oct 2015 07:28:00 GMT\r\nRetry-After: Wed, 21 Oct 2015 07:28:09 GMT\r\n") },
  { "kept-elsewhere", play_text, ANSWER ("200 OK", "Date: Wed, 21 Oct 2015 07:28:00 GMT\r\nAge: 3600\r\n", "{body}") },
  { "429-bare", play_text, BARE ("429 Too Many", "") },
  { "429-huge", play_text, BARE ("429 Too Many", "Retry-After: 100000000000000\r\n") },
  { "418", play_text, BARE ("418 Teapot", "Retry-After: 120\r\n") },
  { "500", play_text, BARE ("500 Broken", "") },
  { "503", play_text, BARE ("503 Away", "Retry-After: 30\r\n") },
  { "400", play_text, ANSWER ("400 Bad", "", "{\"error\":{\"name\":400,\"message\":\"Type mismatch\"}}") },
  { "404", play_text, ANSWER ("404 None", "", "{\"error\":{\"name\":404,\"message\":\"Code not found\"}}") },
  { "409", play_text, ANSWER ("409 Odd", "", "{\"code\":\"StockConflict\",\"message\":\"Not Exist Master\"}") },
  { "auth", play_text, BARE ("401 Who", "WWW-Authenticate: Digest realm=\"a\", nonce=\"b\", qop=\"auth\", domain=\"http:/x\"\r\n") },
  { "captive", play_text, ANSWER ("200 OK", "Content-Type: text/html\r\n", "<!doctype html><title>Log in</title>") },
  { "captive-302", play_text, REDIRECT ("Location: http://portal.example/login\r\n") },
  { "redir-file", play_text, REDIRECT ("Location: file:///etc/passwd\r\n") },
  { "redir-data", play_text, REDIRECT ("Location: data:application/json,[]\r\n") },
  { "redir-other", play_text, REDIRECT ("Location: https://example.org/v1/ticker\r\n") },
  { "redir-loop", play_text, REDIRECT ("Location: /again\r\n") },
  { "redir-nowhere", play_text, REDIRECT ("") },
  { "redir-broken", play_text, REDIRECT ("Location: http://[::bad\r\n") },
  { "gzip", play_gzip, "whole" },
  { "gzip-members", play_gzip_members, NULL },
  { "gzip-trunc", play_gzip, "cut" },
  { "gzip-badsum", play_gzip, "bad-sum" },
  { "gzip-garbage", play_gzip, "garbage" },
  { "gzip-layers", play_gzip_twice, NULL },
  { "gzip-bomb", play_gzip_bomb, NULL },
  { "gzip-not", play_text, ANSWER ("200 OK", "Content-Encoding: gzip\r\n", "{body}") },
  { "encoding-br", play_text, ANSWER ("200 OK", "Content-Encoding: br\r\n", "{body}") },
  { "encoding-none", play_text, ANSWER ("200 OK", "Content-Encoding: identity\r\n", "{body}") },
  { "encoding-deflate", play_text, ANSWER ("200 OK", "Content-Encoding: deflate\r\n", "{body}") },
  { "encoding-zstd", play_text, ANSWER ("200 OK", "Content-Encoding: zstd\r\n", "{body}") },
  { "encoding-two", play_text, ANSWER ("200 OK", "Content-Encoding: identity\r\nContent-Encoding: br\r\n", "{body}") },
  { "endless", play_endless, NULL },
  { "bighdr", play_big_header, NULL },
  { "manyhdr", play_many_headers, NULL },
  { "nulhdr", play_nul_header, NULL },
  { "nonutf8hdr", play_text, ANSWER ("200 OK", "ETag: \"\xff\xfe\xb0\xa1\"\r\nX-Name: \xb0\xa1\r\n", "{body}") },
  { "continue", play_text, "HTTP/1.1 100 Continue\r\n\r\n" ANSWER ("200 OK", "", "{body}") },
  { "endless-100", play_endless_continue, NULL },
  { "once-then-close", play_ok, "close" },
  { "eof", play_text, ANSWER ("200 OK", "", "{body}") },
  { "204", play_text, ANSWER ("204 No Content", "", "") },
  { "206", play_text, ANSWER ("206 Partial", "", "{body}") },
  { "304", play_text, ANSWER ("304 Not Modified", "", "") },
  { "999", play_text, BARE ("999 Odd", "") },
  { "empty", play_text, BARE ("200 OK", "") },
  { "spaces", play_text, ANSWER ("200 OK", "", "  \n ") },
  { "bom", play_text, ANSWER ("200 OK", "", "\xef\xbb\xbf{body}") },
  { "wrong-type", play_text, ANSWER ("200 OK", "", "\"a word\"") },
  { "not-http", play_text, "SSH-2.0-OpenSSH_9\r\n" },
};
/* clang-format on */

void
script_answer_none (Talk *talk)
{
  put_text (talk, BARE ("404 None", ""));
}

const Script *
script_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (strcmp (scripts[i].name, name) == 0)
      return &scripts[i];
  return NULL;
}

const char **
script_list (void)
{
  const char **names = g_new0 (const char *, G_N_ELEMENTS (scripts) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    names[i] = scripts[i].name;
  return names;
}
