'use strict';
// A real browser without network access, and its messages about a page.
const assert = require('node:assert');
const { chromium } = require('playwright-core');

const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--hide-scrollbars',
];

// Runs a script with a browser. A message of the page, or a request to another host, is an error.
const run = (main) => (async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: QUIET });
  const complaints = [];
  const open = async (address, options = {}) => {
    const page = await (await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })).newPage();
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => complaints.push('dialog: ' + dialog.message()));
    page.on('request', (request) => {
      const url = request.url();
      const own = address.startsWith('http') ? new URL(address).origin + '/' : address;
      if (!url.startsWith(own) && !url.startsWith('data:')) complaints.push('request: ' + url);
    });
    await page.goto(address);
    return page;
  };
  try {
    await main(open);
    assert.deepStrictEqual(complaints, []);
  } finally {
    await browser.close();
  }
})().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

// Texts with too little contrast (WCAG 2 AA: 4.5 to 1), and controls whose edges have too little contrast (3 to 1).
const faint = (page) => page.evaluate(() => {
  const channels = (color) => (color.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const blend = (above, below) => {
    const [r, g, b, a = 1] = above;
    return [r, g, b].map((value, i) => value * a + below[i] * (1 - a));
  };
  const grounds = new Map([[null, [255, 255, 255]]]);
  const groundOf = (element) => {
    if (!grounds.has(element)) {
      grounds.set(element, blend(channels(getComputedStyle(element).backgroundColor), groundOf(element.parentElement)));
    }
    return grounds.get(element);
  };
  const light = (color) => color.map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const opacities = new Map([[null, 1]]);
  const opacity = (element) => {
    if (!opacities.has(element)) opacities.set(element, Number(getComputedStyle(element).opacity) * opacity(element.parentElement));
    return opacities.get(element);
  };
  const shown = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > 0);
  const texts = shown.filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const name = (element, value) => element.tagName + '.' + (element.getAttribute('class') || '') + ' ' + value.toFixed(2) + ' ' + element.textContent.trim().slice(0, 30);
  const pale = texts.filter((element) => !element.ownerSVGElement).map((element) => {
    const ground = groundOf(element);
    const [r, g, b, a = 1] = channels(getComputedStyle(element).color);
    return [element, ratio(blend([r, g, b, a * opacity(element)], ground), ground)];
  }).filter(([, value]) => value < 4.5).map(([element, value]) => name(element, value));
  const edges = shown.filter((element) => element.matches('input, select, button')).map((element) => {
    const ground = groundOf(element.parentElement);
    return [element, ratio(blend(channels(getComputedStyle(element).borderTopColor), ground), ground)];
  }).filter(([, value]) => value < 3).map(([element, value]) => name(element, value));
  return [...new Set([...pale, ...edges])];
});

module.exports = { assert, faint, run };
