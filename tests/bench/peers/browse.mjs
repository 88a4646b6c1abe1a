/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * browse.mjs MODULES LIBRARY POINTS
 *
 * One library, one number of points, in a browser of its own: a line "first MS", "pan MS", "zoom MS" each,
 * or "crashed". MODULES is the folder with node_modules. Nothing is fetched: the page is local, and the
 * browser has no network use of its own.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const [folder, library, points] = process.argv.slice(2);
const modules = path.resolve(folder);
const { chromium } = createRequire(path.join(modules, 'package.json'))('playwright-core');
const scripts = {
  'uplot': 'uplot/dist/uPlot.iife.min.js',
  'chart.js': 'chart.js/dist/chart.umd.min.js',
  'echarts': 'echarts/dist/echarts.min.js',
  'lightweight-charts': 'lightweight-charts/dist/lightweight-charts.standalone.production.js',
};
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-default-apps'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const crash = new Promise((_, reject) => page.on('crash', () => reject(new Error('crashed'))));
  await page.setContent('<!doctype html><style>body { margin: 0 }</style>');
  await page.evaluate(readFileSync(new URL('page.js', import.meta.url), 'utf8'));
  await page.evaluate(readFileSync(path.join(modules, 'node_modules', scripts[library]), 'utf8'));
  if (library === 'uplot')
    await page.addStyleTag({ content: readFileSync(path.join(modules, 'node_modules/uplot/dist/uPlot.min.css'), 'utf8') });
  const work = page.evaluate(([name, n]) => window.bench(name, n), [library, Number(points)]);
  const result = await Promise.race([work, crash]);
  for (const [name, value] of Object.entries(result)) console.log(name, value.toFixed(3));
  if (process.env.PICTURE) await page.screenshot({ path: process.env.PICTURE });
} catch (error) {
  console.log(/crash|closed|memory|Invalid array length|call stack/i.test(error.message) ? 'crashed' : `failed ${error.message}`);
} finally {
  await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
}
process.exit(0);
