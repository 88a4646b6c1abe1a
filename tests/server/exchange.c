/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The loopback exchange. Times are short enough for tests that set short limits.
 */

#include "exchange.h"

#include <string.h>
#include <sys/socket.h>

#include "market.h"
#include "pack.h"
#include "stream.h"

enum { DRIP_US = 50000, HANG_US = 20000, REQUEST_MAX = 8192 };

struct _Exchange {
  GSocketService *service;
  guint16 port;
  GMutex lock;
  char *script;
  char *body;                   /* NULL: by path */
  GTlsCertificate *certificate; /* NULL: no TLS */
  char *last_request;
  guint requests;
  char *stream_script; /* NULL: there is no stream */
  guint streams;       /* opened or refused */
  int answers;         /* of the invented market; atomic */
  int stopping;        /* atomic */
};

typedef struct {
  Exchange *exchange;
  GSocketConnection *connection;
  GIOStream *stream; /* the connection, or TLS over it */
  const char *request;
  char *body; /* what a proper answer would carry */
  const char *argument;
  gboolean open; /* for another request */
} Talk;

typedef struct {
  const char *name;
  void (*play) (Talk *talk);
  const char *argument;
} Script;

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
  while (!g_atomic_int_get (&talk->exchange->stopping)) {
    g_autoptr (GError) error = NULL;

    if (g_socket_receive (socket, &byte, 1, NULL, &error) == 0
        || (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK)))
      return;
    g_usleep (HANG_US);
  }
}

static void
put_head (Talk *talk, const char *headers, gsize length)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                           "%sContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                                           headers, length);

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
  guint serial = (guint) g_atomic_int_add (&talk->exchange->answers, 1);
  char *body = market_answer (talk->request, talk->argument, serial);
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
  while (*text != '\0' && !g_atomic_int_get (&talk->exchange->stopping)) {
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
  while (!g_atomic_int_get (&talk->exchange->stopping) && put_text (talk, spaces))
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
  { "marked", play_marked, NULL },
  { "second-spent", play_text, ANSWER ("200 OK", "Remaining-Req: group=ticker; min=600; sec=0\r\n", "{body}") },
  { "minute-spent", play_text, ANSWER ("200 OK", "Public-Ratelimit-Remaining: 2\r\n", "{body}") },
  { "silent", hang, NULL },
  { "drip", play_drip, NULL },
  { "drip-headers", play_drip_headers, NULL },
  { "half", play_half, "and no more" },
  { "cl-short", play_half, NULL },
  { "chunk-trunc", play_chunk_cut, NULL },
  { "chunk-badsize", play_text, CHUNKED ("zz\r\n{body}\r\n0\r\n\r\n") },
  { "chunk-negsize", play_text, CHUNKED ("-5\r\n{body}\r\n0\r\n\r\n") },
  { "chunk-hugesize", play_text, CHUNKED ("1000000000000000000\r\n{body}") },
  { "reset", play_reset, NULL },
  { "429", play_text, BARE ("429 Too Many", "Retry-After: 7\r\n") },
  { "429-date", play_text, BARE ("429 Too Many", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n") },
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
  { "endless", play_endless, NULL },
  { "bighdr", play_big_header, NULL },
  { "manyhdr", play_many_headers, NULL },
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

static const Script *
find_script (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (strcmp (scripts[i].name, name) == 0)
      return &scripts[i];
  return NULL;
}

/* FALSE when the other side has gone. */
static gboolean
read_request (GInputStream *stream, GString *request)
{
  char byte;

  g_string_truncate (request, 0);
  while (request->len < REQUEST_MAX && !g_str_has_suffix (request->str, "\r\n\r\n")) {
    if (g_input_stream_read (stream, &byte, 1, NULL, NULL) != 1)
      return FALSE;
    g_string_append_c (request, byte);
  }
  return TRUE;
}

static char *
choose_body (Exchange *self, const char *request)
{
  if (self->body != NULL)
    return g_strdup (self->body);
  return g_strdup (market_shape (request));
}

/* An upgrade is no request: it is not counted as one. */
static void
answer_upgrade (Talk *talk, const char *request)
{
  Exchange *self = talk->exchange;
  g_autofree char *script = NULL;
  const Stream stream = {
    .stream = talk->stream,
    .socket = g_socket_connection_get_socket (talk->connection),
    .request = request,
    .stopping = &self->stopping,
  };

  g_mutex_lock (&self->lock);
  self->streams++;
  script = g_strdup (self->stream_script);
  g_mutex_unlock (&self->lock);
  talk->open = FALSE;
  if (script == NULL)
    put_text (talk, BARE ("404 None", ""));
  else
    stream_play (&stream, script);
}

static void
answer (Talk *talk, const char *request)
{
  Exchange *self = talk->exchange;
  const Script *script;

  g_mutex_lock (&self->lock);
  self->requests++;
  g_free (self->last_request);
  self->last_request = g_strdup (request);
  script = find_script (self->script);
  talk->body = choose_body (self, request);
  g_mutex_unlock (&self->lock);
  talk->request = request;
  talk->argument = script->argument;
  talk->open = FALSE;
  script->play (talk);
  g_clear_pointer (&talk->body, g_free);
}

static GIOStream *
open_stream (Exchange *self, GSocketConnection *connection)
{
  GIOStream *stream = NULL;

  g_mutex_lock (&self->lock);
  if (self->certificate != NULL)
    stream = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
  g_mutex_unlock (&self->lock);
  return stream != NULL ? stream : g_object_ref (G_IO_STREAM (connection));
}

static gboolean
connected_cb (GThreadedSocketService *service,
              GSocketConnection *connection,
              GObject *source,
              gpointer user_data)
{
  g_autoptr (GIOStream) stream = open_stream (user_data, connection);
  Talk talk = { .exchange = user_data, .connection = connection, .stream = stream };
  g_autoptr (GString) request = g_string_new (NULL);

  do {
    if (!read_request (g_io_stream_get_input_stream (stream), request))
      break;
    if (strstr (request->str, "Upgrade: websocket") != NULL)
      answer_upgrade (&talk, request->str);
    else
      answer (&talk, request->str);
  } while (talk.open && !g_atomic_int_get (&talk.exchange->stopping));
  g_io_stream_close (stream, NULL, NULL);
  return TRUE;
}

Exchange *
exchange_new (guint16 port, GError **error)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, port);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (Exchange) self = g_new0 (Exchange, 1);

  g_mutex_init (&self->lock);
  self->script = g_strdup ("ok");
  self->service = g_threaded_socket_service_new (64);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address,
                                      G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &bound,
                                      error))
    return NULL;
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  g_signal_connect (self->service, "run", G_CALLBACK (connected_cb), self);
  g_socket_service_start (self->service);
  return g_steal_pointer (&self);
}

void
exchange_free (Exchange *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->stopping, 1);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  /* A thread may still be hanging; it looks at `stopping` each 20 ms. */
  g_usleep (4 * HANG_US);
  g_free (self->script);
  g_free (self->stream_script);
  g_free (self->body);
  g_free (self->last_request);
  g_clear_object (&self->certificate);
  g_mutex_clear (&self->lock);
  g_free (self);
}

guint16
exchange_get_port (Exchange *self)
{
  return self->port;
}

char *
exchange_format_endpoint (Exchange *self, const char *provider)
{
  return g_strdup_printf ("%s=http://127.0.0.1:%u", provider, self->port);
}

gboolean
exchange_set_script (Exchange *self, const char *script)
{
  if (find_script (script) == NULL)
    return FALSE;
  g_mutex_lock (&self->lock);
  g_free (self->script);
  self->script = g_strdup (script);
  self->requests = 0;
  g_mutex_unlock (&self->lock);
  return TRUE;
}

gboolean
exchange_set_stream (Exchange *self, const char *script)
{
  if (script != NULL && !stream_knows (script))
    return FALSE;
  g_mutex_lock (&self->lock);
  g_free (self->stream_script);
  self->stream_script = g_strdup (script);
  self->streams = 0;
  g_mutex_unlock (&self->lock);
  return TRUE;
}

guint
exchange_count_streams (Exchange *self)
{
  guint streams;

  g_mutex_lock (&self->lock);
  streams = self->streams;
  g_mutex_unlock (&self->lock);
  return streams;
}

const char **
exchange_list_scripts (void)
{
  const char **names = g_new0 (const char *, G_N_ELEMENTS (scripts) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    names[i] = scripts[i].name;
  return names;
}

void
exchange_set_body (Exchange *self, const char *body)
{
  g_mutex_lock (&self->lock);
  g_free (self->body);
  self->body = g_strdup (body);
  g_mutex_unlock (&self->lock);
}

void
exchange_set_certificate (Exchange *self, GTlsCertificate *certificate)
{
  g_mutex_lock (&self->lock);
  g_set_object (&self->certificate, certificate);
  g_mutex_unlock (&self->lock);
}

guint
exchange_count_requests (Exchange *self)
{
  guint requests;

  g_mutex_lock (&self->lock);
  requests = self->requests;
  g_mutex_unlock (&self->lock);
  return requests;
}

char *
exchange_get_last_request (Exchange *self)
{
  char *request;

  g_mutex_lock (&self->lock);
  request = g_strdup (self->last_request);
  g_mutex_unlock (&self->lock);
  return request;
}
