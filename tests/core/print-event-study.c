/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For check-event-study.py: reads "day asset market" a line from standard input, prints what the
 * program makes of the event on the given day and of the basket of the asset alone.
 */

#include "jipyo-basket.h"
#include "jipyo-event-study.h"
#include "jipyo-price-risk.h"

#include <stdio.h>
#include <stdlib.h>

enum { REACH = 10 };

static void
print_study (const JipyoCloses *asset, const JipyoCloses *market, int event_day)
{
  const JipyoEventStudyPlan plan = { asset, market, event_day, REACH };
  JipyoEventStudy study;

  if (!jipyo_event_study_compute (&study, &plan))
    exit (1);
  printf ("n %u\nalpha %.17g\nbeta %.17g\nsigma %.17g\n", study.n_returns, study.alpha, study.beta,
          study.sigma);
  for (int reach = 1; reach <= REACH; reach++) {
    const JipyoEventReturn sum = jipyo_event_study_cumulate (&study, -reach, reach, 0.05);

    printf ("car%d %.17g\nerror%d %.17g\nlow%d %.17g\nhigh%d %.17g\ntail%d %.17g\n", reach,
            sum.value, reach, sum.error, reach, sum.low, reach, sum.high, reach, sum.tail);
  }
}

static void
print_risk (const JipyoCloses *asset, const JipyoCloses *market, int base_day)
{
  JipyoBasketMember member = { .closes = asset, .weight = 1 };
  const JipyoBasketPlan plan = { market, base_day, TRUE };
  g_autoptr (JipyoBasket) basket = jipyo_basket_compute (&plan, &member, 1);
  JipyoDrawdown drawdown;

  if (basket == NULL || !jipyo_drawdown_compute (basket->index, &drawdown))
    exit (1);
  const guint last = jipyo_closes_get_n (basket->index) - 1;
  printf ("index %.17g\nindex-market %.17g\ndrawdown %.17g\nvolatility %.17g\n",
          jipyo_closes_get_value (basket->index, last),
          jipyo_closes_get_value (basket->market, last), drawdown.worst,
          jipyo_volatility_compute (basket->index));
}

int
main (int argc, char **argv)
{
  g_autoptr (JipyoCloses) asset = jipyo_closes_new ();
  g_autoptr (JipyoCloses) market = jipyo_closes_new ();
  int day;
  double asset_value;
  double market_value;

  if (argc != 2)
    return 2;
  while (scanf ("%d %lf %lf", &day, &asset_value, &market_value) == 3) {
    jipyo_closes_add (asset, day, asset_value);
    jipyo_closes_add (market, day, market_value);
  }
  print_study (asset, market, atoi (argv[1]));
  print_risk (asset, market, atoi (argv[1]));
  return 0;
}
