'use strict';
// node screenshots.js REPORT.html http://127.0.0.1:PORT FOLDER
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { run } = require('./browser');

const [report, sandbox, folder] = process.argv.slice(2);
const into = (name) => path.join(folder, name + '.png');

run(async (open) => {
  const page = await open(pathToFileURL(report).href, { colorScheme: 'light', reducedMotion: 'reduce', viewport: { width: 1100, height: 760 } });
  await page.screenshot({ path: into('report') });
  await page.locator('#matrix').scrollIntoViewIfNeeded();
  const image = page.locator('#images details', { hasText: 'm-hk0cmk0000000000001' });
  await image.locator('summary').click();
  await page.evaluate(() => document.querySelector('#filter').scrollIntoView());
  const dark = await open(pathToFileURL(report).href, { colorScheme: 'dark', reducedMotion: 'reduce', viewport: { width: 1100, height: 620 } });
  await dark.evaluate(() => document.querySelector('#filter').scrollIntoView());
  await dark.screenshot({ path: into('report-matrix-dark') });
  await image.screenshot({ path: into('report-image') });
  const world = await open(sandbox + '/', { colorScheme: 'light', viewport: { width: 1400, height: 760 } });
  await world.locator('#images tbody tr').first().waitFor();
  await world.screenshot({ path: into('sandbox') });
});
