/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What runs in the browser: one line of a random walk with axes, 1920x1080, by each library in the
 * way that its own documents call the fastest. Each adapter gives a function that makes a chart and
 * returns how to show a window of it. Frames do not wait for a screen: what a library asks for the
 * next frame runs at once, and reading a pixel back makes the canvas paint.
 */
'use strict';

const channel = new MessageChannel();
let waiting = [];
channel.port1.onmessage = () => {
  const now = waiting;
  waiting = [];
  for (const callback of now) callback(performance.now());
};
window.requestAnimationFrame = (callback) => {
  waiting.push(callback);
  if (waiting.length === 1) channel.port2.postMessage(0);
  return waiting.length;
};
window.cancelAnimationFrame = () => {};

async function settle(root) {
  for (let turn = 0; turn < 4 || waiting.length > 0; turn++) {
    await new Promise((resolve) => { const c = new MessageChannel(); c.port1.onmessage = resolve; c.port2.postMessage(0); });
    if (turn > 50) break;
  }
  for (const canvas of root.querySelectorAll('canvas')) {
    const context = canvas.getContext('2d');
    if (context && canvas.width > 0) context.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1);
  }
}

const start = 1.6e9, step = 60;

function makeData(n) {
  const xs = new Float64Array(n), ys = new Float64Array(n);
  let seed = 1, value = 0;
  for (let i = 0; i < n; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    value += seed / 2147483648 - 1;
    xs[i] = start + i * step;
    ys[i] = value;
  }
  return [xs, ys];
}

const width = 1920, height = 1080;

const adapters = {
  'uplot': (root, [xs, ys]) => {
    const chart = new uPlot({
      width, height, legend: { show: false }, cursor: { show: false },
      series: [{}, { stroke: 'blue', width: 1 }],
    }, [xs, ys], root);
    return { show: (low, high) => chart.setScale('x', { min: xs[low], max: xs[high] }), end: () => chart.destroy() };
  },
  'chart.js': (root, [xs, ys], points) => {
    const canvas = root.appendChild(document.createElement('canvas'));
    canvas.width = width; canvas.height = height;
    const chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [{ data: points, borderColor: 'blue', borderWidth: 1, pointRadius: 0 }] },
      options: {
        responsive: false, animation: false, parsing: false, normalized: true, spanGaps: true,
        scales: { x: { type: 'linear' } },
        plugins: { legend: { display: false }, tooltip: { enabled: false }, decimation: { enabled: true, algorithm: 'min-max' } },
      },
    });
    return {
      show: (low, high) => { Object.assign(chart.options.scales.x, { min: xs[low], max: xs[high] }); chart.update('none'); },
      end: () => chart.destroy(),
    };
  },
  'echarts': (root, [xs, ys], points) => {
    const chart = echarts.init(root, null, { renderer: 'canvas', width, height, devicePixelRatio: 1 });
    chart.setOption({
      animation: false, dataset: undefined, xAxis: { type: 'value', scale: true }, yAxis: { type: 'value', scale: true },
      dataZoom: [{ type: 'inside', filterMode: 'filter' }],
      series: [{ type: 'line', showSymbol: false, silent: true, sampling: 'minmax', lineStyle: { width: 1 }, data: points, dimensions: ['x', 'y'] }],
    });
    chart.getZr().flush();
    return {
      show: (low, high) => { chart.dispatchAction({ type: 'dataZoom', startValue: xs[low], endValue: xs[high] }); chart.getZr().flush(); },
      end: () => chart.dispose(),
    };
  },
  'lightweight-charts': (root, data, points) => {
    const chart = LightweightCharts.createChart(root, { width, height });
    const series = chart.addSeries(LightweightCharts.LineSeries, { lineWidth: 1, priceLineVisible: false });
    series.setData(points);
    chart.timeScale().fitContent();
    return { show: (low, high) => chart.timeScale().setVisibleLogicalRange({ from: low, to: high }), end: () => chart.remove() };
  },
};

/* The form in which each library takes its points; making it is not counted. */
const forms = {
  'chart.js': ([xs, ys]) => Array.from(xs, (x, i) => ({ x, y: ys[i] })),
  'echarts': ([xs, ys]) => { const flat = new Float64Array(2 * xs.length); xs.forEach((x, i) => { flat[2 * i] = x; flat[2 * i + 1] = ys[i]; }); return flat; },
  'lightweight-charts': ([xs, ys]) => Array.from(xs, (time, i) => ({ time, value: ys[i] })),
};

function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

async function time(root, work) {
  const begin = performance.now();
  const result = work();
  await settle(root);
  return [performance.now() - begin, result];
}

/* Windows of half the data that move on, and that grow and shrink around the middle. */
const windows = {
  pan: (n, i) => [Math.floor(n * (0.1 + i * 0.01)), Math.floor(n * (0.6 + i * 0.01))],
  zoom: (n, i) => { const half = n / 2 / 1.3 ** (i + 1); return [Math.floor(n / 2 - half), Math.floor(n / 2 + half)]; },
};

window.bench = async (name, n) => {
  const data = makeData(n), points = forms[name]?.(data), first = [], pan = [], zoom = [];
  const turns = n > 1e6 ? 3 : 5;
  let chart, root;
  for (let turn = 0; turn < turns; turn++) {
    chart?.end();
    root?.remove();
    root = document.body.appendChild(document.createElement('div'));
    root.style.cssText = `width: ${width}px; height: ${height}px`;
    let taken;
    [taken, chart] = await time(root, () => adapters[name](root, data, points));
    first.push(taken);
  }
  for (const [kind, list] of [['pan', pan], ['zoom', zoom]])
    for (let i = 0; i < 2 * turns; i++)
      list.push((await time(root, () => chart.show(...windows[kind](n, i))))[0]);
  return { first: median(first), pan: median(pan), zoom: median(zoom) };
};
