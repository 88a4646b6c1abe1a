/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-basket.h"

#include <math.h>

enum { FIRST_DAY = 20000 };

/* On consecutive days; NaN: none. */
static JipyoCloses *
make (const double *values, guint n)
{
  JipyoCloses *closes = jipyo_closes_new ();

  for (guint i = 0; i < n; i++)
    jipyo_closes_add (closes, FIRST_DAY + (int) i, values[i]);
  return closes;
}

static JipyoCloses *
make_market (void)
{
  return make ((double[]){ 2000, 2100, 2200, 2100, 2310 }, 5);
}

static void
test_values (void)
{
  g_autoptr (JipyoCloses) market = make_market ();
  g_autoptr (JipyoCloses) a = make ((double[]){ 10, 10, 12, 11, 9 }, 5);
  g_autoptr (JipyoCloses) b = make ((double[]){ 400, 500, 500, 600, 625 }, 5);
  JipyoBasketMember members[] = { { .closes = a, .weight = 3 }, { .closes = b, .weight = 1 } };
  const JipyoBasketPlan plan = { market, FIRST_DAY + 1, FALSE };
  g_autoptr (JipyoBasket) basket = jipyo_basket_compute (&plan, members, 2);
  /* 100 (¾ P / 10 + ¼ P / 500) */
  const double expected[] = { 100, 115, 112.5, 98.75 };
  const double expected_market[] = { 100, 2200 / 21.0, 100, 110 };

  g_assert_cmpint (basket->base_day, ==, FIRST_DAY + 1);
  g_assert_cmpuint (jipyo_closes_get_n (basket->index), ==, 4);
  for (guint i = 0; i < 4; i++) {
    g_assert_cmpfloat_with_epsilon (jipyo_closes_get_value (basket->index, i), expected[i], 1e-12);
    g_assert_cmpfloat_with_epsilon (jipyo_closes_get_value (basket->market, i), expected_market[i],
                                    1e-12);
  }
  g_assert_cmpfloat (members[0].share, ==, 0.75);
  g_assert_cmpfloat (members[1].share, ==, 0.25);
  g_assert_cmpuint (basket->n_missing, ==, 0);
}

/* A session without a close of one of them is one without a basket, and nothing else. */
static void
test_suspended (void)
{
  g_autoptr (JipyoCloses) market = make_market ();
  g_autoptr (JipyoCloses) a = make ((double[]){ 10, 10, 12, 11, 9 }, 5);
  g_autoptr (JipyoCloses) b = make ((double[]){ 400, 500, 500, NAN, 625 }, 5);
  JipyoBasketMember members[] = { { .closes = a, .weight = 1 }, { .closes = b, .weight = 1 } };
  const JipyoBasketPlan plan = { market, FIRST_DAY + 1, FALSE };
  g_autoptr (JipyoBasket) basket = jipyo_basket_compute (&plan, members, 2);

  g_assert_cmpuint (basket->n_missing, ==, 1);
  g_assert_true (isnan (jipyo_closes_get_value (basket->index, 2)));
  g_assert_cmpfloat_with_epsilon (jipyo_closes_get_value (basket->market, 2), 100, 1e-12);
  g_assert_cmpfloat_with_epsilon (jipyo_closes_get_value (basket->index, 3), 107.5, 1e-12);
}

/* Who is listed late moves the base, unless the base is asked for. */
static void
test_late (void)
{
  g_autoptr (JipyoCloses) market = make_market ();
  g_autoptr (JipyoCloses) a = make ((double[]){ 10, 10, 12, 11, 9 }, 5);
  g_autoptr (JipyoCloses) late = make ((double[]){ NAN, NAN, NAN, 700, 770 }, 5);
  JipyoBasketMember members[] = { { .closes = a, .weight = 1 }, { .closes = late, .weight = 4 } };
  JipyoBasketPlan plan = { market, FIRST_DAY, FALSE };
  g_autoptr (JipyoBasket) moved = jipyo_basket_compute (&plan, members, 2);

  g_assert_cmpint (moved->base_day, ==, FIRST_DAY + 3);
  g_assert_cmpint (members[1].part, ==, JIPYO_BASKET_IN);
  g_assert_cmpfloat (members[1].share, ==, 0.8);

  plan.base_fixed = TRUE;
  g_autoptr (JipyoBasket) fixed = jipyo_basket_compute (&plan, members, 2);
  g_assert_cmpint (fixed->base_day, ==, FIRST_DAY);
  g_assert_cmpint (members[1].part, ==, JIPYO_BASKET_LATE);
  g_assert_cmpfloat (members[1].share, ==, 0);
  g_assert_cmpfloat (members[0].share, ==, 1);
  g_assert_cmpfloat_with_epsilon (jipyo_closes_get_value (fixed->index, 4), 90, 1e-12);
}

/* A split of five to one is no fall of 80 %; a fall to the limit is one. */
static void
test_jump (void)
{
  g_autoptr (JipyoCloses) market = make_market ();
  g_autoptr (JipyoCloses) limit = make ((double[]){ 10, 10, 13, 9.1, 9.1 }, 5);
  g_autoptr (JipyoCloses) split = make ((double[]){ 500, 500, 500, 100, 101 }, 5);
  JipyoBasketMember members[] = { { .closes = limit, .weight = 1 },
                                  { .closes = split, .weight = 1 } };
  const JipyoBasketPlan plan = { market, FIRST_DAY, FALSE };
  g_autoptr (JipyoBasket) basket = jipyo_basket_compute (&plan, members, 2);

  g_assert_cmpint (members[0].part, ==, JIPYO_BASKET_IN);
  g_assert_cmpint (members[1].part, ==, JIPYO_BASKET_JUMP);
  g_assert_cmpfloat_with_epsilon (jipyo_closes_get_value (basket->index, 4), 91, 1e-12);
}

static void
test_nobody (void)
{
  g_autoptr (JipyoCloses) market = make_market ();
  g_autoptr (JipyoCloses) empty = jipyo_closes_new ();
  g_autoptr (JipyoCloses) a = make ((double[]){ 10, 10, 12, 11, 9 }, 5);
  JipyoBasketMember members[] = { { .closes = NULL, .weight = 1 },
                                  { .closes = a, .weight = 0 },
                                  { .closes = a, .weight = NAN } };
  JipyoBasketPlan plan = { market, FIRST_DAY, FALSE };

  g_assert_null (jipyo_basket_compute (&plan, members, 3));
  g_assert_cmpint (members[0].part, ==, JIPYO_BASKET_UNKNOWN);
  g_assert_cmpint (members[1].part, ==, JIPYO_BASKET_UNWEIGHTED);
  g_assert_cmpint (members[2].part, ==, JIPYO_BASKET_UNWEIGHTED);
  members[1].weight = 1;
  plan.market = empty;
  g_assert_null (jipyo_basket_compute (&plan, members, 3));
  plan = (JipyoBasketPlan){ market, FIRST_DAY - 1, TRUE };
  g_assert_null (jipyo_basket_compute (&plan, members, 3));
}

/* A day that is none of the market's is looked for on the one before, and the days are the
 * market's. */
static void
test_calendar (void)
{
  g_autoptr (JipyoCloses) market = jipyo_closes_new ();
  g_autoptr (JipyoCloses) a = make ((double[]){ 10, 11, 12, 13 }, 4);
  JipyoBasketMember members[] = { { .closes = a, .weight = 1 } };
  const JipyoBasketPlan plan = { market, FIRST_DAY + 2, TRUE };

  jipyo_closes_add (market, FIRST_DAY, 1000);
  jipyo_closes_add (market, FIRST_DAY + 3, 1000);
  g_autoptr (JipyoBasket) basket = jipyo_basket_compute (&plan, members, 1);
  g_assert_cmpint (basket->base_day, ==, FIRST_DAY);
  g_assert_cmpuint (jipyo_closes_get_n (basket->index), ==, 2);
  g_assert_cmpfloat_with_epsilon (jipyo_closes_get_value (basket->index, 1), 130, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/basket/values", test_values);
  g_test_add_func ("/core/basket/suspended", test_suspended);
  g_test_add_func ("/core/basket/late", test_late);
  g_test_add_func ("/core/basket/jump", test_jump);
  g_test_add_func ("/core/basket/nobody", test_nobody);
  g_test_add_func ("/core/basket/calendar", test_calendar);
  return g_test_run ();
}
