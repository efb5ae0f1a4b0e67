'use strict';
// A real browser that reaches nothing, and what it had to say of a page.
const assert = require('node:assert');
const { chromium } = require('playwright-core');

const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--hide-scrollbars',
];

// Runs a script with a browser; whatever a page complains of or asks for elsewhere is an error.
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

module.exports = { assert, run };
