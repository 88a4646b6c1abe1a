/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One task a set of columns. Columns never change once they are made, so they are handed over
 * without a lock.
 */

#include "jipyo-columns-task.h"

static void
order_free (gpointer data)
{
  JipyoColumnsOrder *order = data;

  if (order->free_owner != NULL)
    order->free_owner (order->owner);
  g_free (order);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JipyoColumnsOrder *order = data;

  if (g_task_return_error_if_cancelled (task))
    return;
  JipyoColumns *columns = jipyo_columns_new (&order->data, order->free_owner, order->owner);
  order->free_owner = NULL; /* the columns own it now */
  g_task_return_pointer (task, columns, (GDestroyNotify) jipyo_columns_unref);
}

void
jipyo_columns_make_async (const JipyoColumnsOrder *order,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (order != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, jipyo_columns_make_async);
  g_task_set_task_data (task, g_memdup2 (order, sizeof *order), order_free);
  g_task_run_in_thread (task, make_in_thread);
}

JipyoColumns *
jipyo_columns_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
