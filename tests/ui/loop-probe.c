/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded before a program (LD_PRELOAD), it tells how long the turns of its main loop take: from one
 * poll to the next, in the first thread. Nothing is asked of the program, so the one that ships is
 * what is measured. The numbers are in a file, "$JIPYO_LOOP_PROBE.PID", that whoever watches maps
 * and may set to zero. A turn's own time is that of the clock less what it waited for a processor
 * or for the display's server, which say something of the machine and nothing of the program; any
 * other call that blocks is its own.
 */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { LATE_US = 50000, KEPT = 64 };

typedef struct {
  int64_t begun_us; /* of the clock that runs on in sleep, as all watchers read it */
  int64_t clock_us;
  int64_t own_us;
  int64_t busy_us; /* of it on a processor */
} Turn;

typedef struct {
  int64_t turns;
  int64_t clock_us; /* of the one that was longest by the clock */
  int64_t own_us;   /* of the longest */
  int64_t busy_us;  /* in all */
  int64_t late;     /* turns whose own time was over 50 ms; the newest of them: */
  Turn kept[KEPT];
} Numbers;

static struct {
  int (*poll) (struct pollfd *fds, nfds_t count, int timeout);
  Numbers *numbers; /* NULL: nobody watches */
  int waits;        /* of the first thread */
  int64_t begun_us; /* 0 before the first turn */
  int64_t begun_waited_us;
  int64_t begun_busy_us;
  int64_t asked_us; /* in this turn, for answers of the display's server */
} probe;

static int64_t
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (int64_t) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* The second number of the file: nanoseconds on the queue. 0 where the kernel does not count them.
 */
static int64_t
read_waited (void)
{
  char text[96] = "";
  unsigned long long waited_ns = 0;

  if (pread (probe.waits, text, sizeof text - 1, 0) <= 0
      || sscanf (text, "%*u %llu", &waited_ns) != 1)
    return 0;
  return (int64_t) (waited_ns / 1000);
}

static Numbers *
map_numbers (void)
{
  const char *path = getenv ("JIPYO_LOOP_PROBE");
  char name[4096];
  void *mapped = MAP_FAILED;
  int file;

  if (path == NULL || snprintf (name, sizeof name, "%s.%d", path, (int) getpid ()) < 0)
    return NULL;
  file = open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0 && ftruncate (file, sizeof (Numbers)) == 0)
    mapped = mmap (NULL, sizeof (Numbers), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (file >= 0)
    close (file);
  return mapped == MAP_FAILED ? NULL : mapped;
}

__attribute__ ((constructor)) static void
start (void)
{
  *(void **) &probe.poll = dlsym (RTLD_NEXT, "poll");
  probe.waits = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  probe.numbers = map_numbers ();
}

static void
end_turn (Numbers *numbers)
{
  Turn turn = { .begun_us = probe.begun_us };

  if (probe.begun_us == 0)
    return;
  turn.clock_us = read_clock (CLOCK_BOOTTIME) - probe.begun_us;
  turn.own_us = turn.clock_us - (read_waited () - probe.begun_waited_us) - probe.asked_us;
  turn.busy_us = read_clock (CLOCK_THREAD_CPUTIME_ID) - probe.begun_busy_us;
  numbers->turns++;
  numbers->busy_us += turn.busy_us;
  if (turn.clock_us > numbers->clock_us)
    numbers->clock_us = turn.clock_us;
  if (turn.own_us > numbers->own_us)
    numbers->own_us = turn.own_us;
  if (turn.own_us > LATE_US)
    numbers->kept[numbers->late++ % KEPT] = turn;
}

static int
ask (struct pollfd *fds, nfds_t count, int timeout)
{
  const int64_t waited_us = read_waited ();
  const int64_t begun_us = read_clock (CLOCK_BOOTTIME);
  const int ready = probe.poll (fds, count, timeout);

  probe.asked_us += read_clock (CLOCK_BOOTTIME) - begun_us - (read_waited () - waited_us);
  return ready;
}

/* In the place of the C library's. A loop waits for several things; who waits for a single one asks
 * the display's server something, in the middle of a turn. */
int
poll (struct pollfd *fds, nfds_t count, int timeout)
{
  int ready;

  if (probe.numbers == NULL || getpid () != gettid ())
    return probe.poll (fds, count, timeout);
  if (count < 2)
    return ask (fds, count, timeout);
  end_turn (probe.numbers);
  ready = probe.poll (fds, count, timeout);
  probe.asked_us = 0;
  probe.begun_waited_us = read_waited ();
  probe.begun_busy_us = read_clock (CLOCK_THREAD_CPUTIME_ID);
  probe.begun_us = read_clock (CLOCK_BOOTTIME);
  return ready;
}
