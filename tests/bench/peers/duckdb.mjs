/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * duckdb.mjs MODULES RAW DATABASE INSTRUMENTS BATCH BUCKETS WIDTH
 *
 * DuckDB does what bench-history does: the ticks of RAW (time, lag, price; eight bytes each) in turn of so many
 * instruments, kept in batches, each committed, then read as the extremes of BUCKETS stretches of WIDTH
 * milliseconds. A line "NAME NUMBER" for each figure. It is handed whole columns, made before the clock starts:
 * what JavaScript costs is not DuckDB's. One thread, as everybody here. MODULES is the folder with node_modules.
 */
import { createRequire } from 'node:module';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const ROUNDS = 7;
const [folder, raw, database, instruments, batch, buckets, width] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(folder), 'package.json'));
const { BIGINT, DuckDBDataChunk, DuckDBInstance, VARCHAR } = require('@duckdb/node-api');

function readWritten() {
  return Number(/^write_bytes: (\d+)/m.exec(readFileSync('/proc/self/io', 'utf8'))[1]);
}

function readProcessorMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function makeChunk(ticks, first, end) {
  const columns = [[], [], [], []];
  for (let i = first; i < end; i++) {
    columns[0].push(`test:${(i - first) % Number(instruments)}`);
    for (let c = 0; c < 3; c++) columns[c + 1].push(ticks[3 * i + c]);
  }
  const chunk = DuckDBDataChunk.create([VARCHAR, BIGINT, BIGINT, BIGINT], end - first);
  chunk.setColumns(columns);
  return chunk;
}

async function keep(connection, ticks) {
  const chunks = [];
  const n = ticks.length / 3;
  for (let first = 0; first < n; first += Number(batch))
    chunks.push(makeChunk(ticks, first, Math.min(first + Number(batch), n)));
  const written = readWritten(), processorMs = readProcessorMs(), startMs = performance.now();
  const appender = await connection.createAppender('tick');
  for (const chunk of chunks) {
    appender.appendDataChunk(chunk);
    appender.flushSync();
  }
  appender.closeSync();
  await connection.run('CHECKPOINT');
  console.log('rows_per_s', (1000 * n) / (performance.now() - startMs));
  console.log('processor_rows_per_s', (1000 * n) / (readProcessorMs() - processorMs));
  console.log('bytes_per_tick', (readWritten() - written) / n);
  console.log('bytes_per_tick_at_rest', statSync(database).size / n);
}

async function query(connection, firstMs) {
  const sql =
    'SELECT sum(low + high) FROM (SELECT min(price) AS low, max(price) AS high FROM tick' +
    ` WHERE instrument = 'test:0' GROUP BY (time_ms - ${firstMs}) // ${width})`;
  const ms = [];
  let sum;
  for (let round = 0; round < ROUNDS; round++) {
    const start = readProcessorMs();
    sum = (await connection.runAndReadAll(sql)).getRows()[0][0];
    ms.push(readProcessorMs() - start);
  }
  console.log('query_ms', ms.sort((a, b) => a - b)[ROUNDS >> 1]);
  console.log('sum', String(sum));
}

const bytes = readFileSync(raw);
const ticks = new BigInt64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
const instance = await DuckDBInstance.create(database, { threads: '1' });
const connection = await instance.connect();
await connection.run('CREATE TABLE tick (instrument VARCHAR, time_ms BIGINT, lag_ms BIGINT, price BIGINT)');
await keep(connection, ticks);
if (Number(buckets) > 0) await query(connection, 1728000000000);
