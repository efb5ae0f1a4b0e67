'use strict';
// The page of the report: node report.js SMALL.html LARGE.html, which ReportFixture describes.
const { pathToFileURL } = require('node:url');
const { assert, run } = require('./browser');

const [small, large] = process.argv.slice(2).map((file) => pathToFileURL(file).href);
const text = (page, selector) => page.locator(selector).allInnerTexts();
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const content = async (open) => {
  const page = await open(small);
  assert.deepStrictEqual(await text(page, '#findings h3'), [
    'Problem Not trusted', 'Problem Key about to be deleted', 'Look at Outside of the directory',
    'Look at Share about to expire', 'Look at Not in the manifest', 'Look at Missing', 'Not checked Trust not known',
  ]);
  assert.strictEqual(
    (await text(page, '#findings .fix code'))[0], 'share-image set-trust --profile images --accounts 3000000000000003');
  assert.deepStrictEqual(await text(page, '#grid thead .col'), [
    'fd-japan00001', '2000000000000002', '2000000000000012', '2000000000000013', '3000000000000003']);
  assert.deepStrictEqual(
    (await text(page, '#grid tbody tr')).map((row) => row.split('\t').slice(1).map((cell) => cell.trim())),
    [['✓', '✓', '↳', '↳', '✕'], ['', '✓', '', '', '?'], ['', '·', '', '', ''], ['', '', '', '', '']]);
  assert.deepStrictEqual(await text(page, '#drift tbody tr'), ['cn-hongkong:m-hk0001\t3000000000000003\t4000000000000004']);
  assert.ok((await text(page, '#source'))[0].includes('acs:ram::1000000000000001:user/auditor'));
};

const hostile = async (open) => {
  const page = await open(small);
  await page.evaluate(() => document.querySelectorAll('details').forEach((item) => { item.open = true; }));
  assert.deepStrictEqual(
    await page.evaluate(() => [document.scripts.length, document.images.length, document.querySelectorAll('iframe').length]), [2, 0, 0]);
  assert.strictEqual(
    await page.locator('#image-2 summary bdi').innerText(),
    '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'&{{t}}\uFFFDgpj.\uFFFD\uFFFD[31m');
};

const filter = async (open) => {
  const page = await open(small);
  const shown = () => page.locator('#images details:visible').evaluateAll((items) => items.map((item) => item.id));
  await page.getByLabel('Image, name or recipient').fill('3000000000000003');
  assert.deepStrictEqual(await shown(), ['image-0', 'image-1']);
  assert.strictEqual(await page.locator('#shown').innerText(), '2 of 4 images, 1 of 5 recipients');
  assert.deepStrictEqual(await text(page, '#grid thead .col'), ['3000000000000003']);
  await page.getByLabel('Region').selectOption('ap-southeast-1');
  assert.deepStrictEqual(await shown(), ['image-1']);
  await page.getByLabel('Can use the key').selectOption('bad');
  assert.strictEqual(await page.locator('#shown').innerText(), 'Nothing matches the filter.');
};

const keyboard = async (open) => {
  const page = await open(small);
  await page.keyboard.press('Tab');
  assert.strictEqual(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.locator('#grid [tabindex="0"]').focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  assert.strictEqual(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '2000000000000002: trusted');
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('#image-0').evaluate((item) => item.open && item.contains(document.activeElement)));
};

const picture = async (open) => {
  const page = await open(small);
  await page.locator('#image-0 summary').click();
  const name = await page.locator('#image-0 svg').getAttribute('aria-label');
  assert.ok(name.startsWith('From image golden-image through role and key to its recipients. 3000000000000003: not in the trust policy'), name);
  assert.deepStrictEqual(
    await page.locator('#image-0 svg text').allTextContents(),
    ['Image', 'golden-image', 'm-hk0001', 'Role', 'AliyunECSShareEncrypt', 'ImageDefaultRole · present', 'Key',
      'key-hk0cmk0000000000001', 'Enabled', '✕  3000000000000003', '✓  2000000000000002', '✓  fd-japan00001']);
  await page.locator('#accounts details', { hasText: 'fd-japan00001' }).locator('summary').click();
  assert.ok((await text(page, '#accounts details[open]'))[0].includes('Members 2000000000000012, 2000000000000013'));
};

const looks = async (open) => {
  const light = await open(small, { colorScheme: 'light' });
  const dark = await open(small, { colorScheme: 'dark' });
  assert.strictEqual(await ground(light), 'rgb(246, 247, 249)');
  assert.strictEqual(await ground(dark), 'rgb(16, 21, 28)');
  await light.getByRole('button', { name: 'Light or dark' }).click();
  assert.strictEqual(await ground(light), 'rgb(16, 21, 28)');
  const phone = await open(small, { viewport: { width: 360, height: 700 } });
  assert.ok(await phone.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), 'fits a phone');
};

const semantics = async (open) => {
  const page = await open(small);
  await page.evaluate(() => document.querySelectorAll('details').forEach((item) => { item.open = true; }));
  await page.waitForFunction(() => document.querySelectorAll('#accounts table').length > 0);
  assert.deepStrictEqual(await page.evaluate(() => [...document.querySelectorAll('input, select, button, svg, section, nav')]
    .filter((element) => !element.labels?.length && !element.innerText?.trim() && !element.getAttribute('aria-label')
      && !element.getAttribute('aria-labelledby')).map((element) => element.outerHTML.slice(0, 80))), []);
  assert.deepStrictEqual(await page.evaluate(() => [...document.querySelectorAll('th:not([scope])')].length), 0);
  assert.ok((await page.locator('#matrix').ariaSnapshot()).includes('grid "Matrix"'));
};

const print = async (open) => {
  const page = await open(small, { colorScheme: 'dark' });
  await page.evaluate(() => addEventListener('beforeprint', () => setTimeout(() => {
    window.printed = [...document.querySelectorAll('details')].filter((item) => item.open).length;
  })));
  const pdf = await page.pdf({ format: 'A4', printBackground: true });
  assert.strictEqual(pdf.subarray(0, 5).toString(), '%PDF-');
  assert.ok(pdf.length > 20000, 'the whole page is printed');
  await page.emulateMedia({ media: 'print' });
  assert.strictEqual(await ground(page), 'rgb(255, 255, 255)');
  assert.ok(await page.locator('nav').isHidden() && await page.locator('#filter').isHidden());
};

const withoutScripts = async (open) => {
  const page = await open(small, { javaScriptEnabled: false });
  assert.strictEqual((await text(page, '#findings h3')).length, 7);
  assert.ok(await page.locator('#filter').isHidden() && await page.locator('#matrix').isHidden());
  await page.locator('#image-0 summary').click();
  assert.ok((await text(page, '#image-0 .body'))[0].includes('not in the trust policy 3000000000000003'));
};

const thousands = async (open) => {
  const before = Date.now();
  const page = await open(large);
  await page.waitForSelector('#grid td.cell');
  assert.ok(Date.now() - before < 60000, 'opens in time');
  assert.ok(await page.locator('#grid td').count() < 3000, 'only what can be seen is laid out');
  await page.locator('#grid').evaluate((grid) => { grid.scrollTop = grid.scrollHeight; grid.scrollLeft = grid.scrollWidth; });
  await page.waitForSelector('#grid [data-r="999"][data-c="200"]');
  await page.locator('#image-999').scrollIntoViewIfNeeded();
  await page.locator('#image-999 summary').click();
  assert.strictEqual(await page.locator('#image-999 tbody tr').count(), 200);
};

run(async (open) => {
  for (const test of [content, hostile, filter, keyboard, picture, looks, semantics, print, withoutScripts, thousands]) await test(open);
  console.log('report: shows, filters, prints and asks for nothing');
});
