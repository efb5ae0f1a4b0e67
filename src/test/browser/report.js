'use strict';
// Checks the page of the report: node report.js SMALL.html MEDIUM.html LARGE.html. ReportFixture describes the files.
const { pathToFileURL } = require('node:url');
const { assert, faint, run } = require('./browser');

const [small, medium, large] = process.argv.slice(2).map((file) => pathToFileURL(file).href);
const text = (page, selector) => page.locator(selector).allInnerTexts();
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const content = async (open) => {
  const page = await open(small);
  assert.deepStrictEqual(await text(page, '#findings h3'), [
    'Problem Not trusted', 'Problem Key about to be deleted', 'Warning Outside of the directory',
    'Warning Share about to expire', 'Warning Not in the manifest', 'Warning Missing', 'Not checked Trust not known',
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
  assert.deepStrictEqual(await wholeIds(page), []);
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

const unfold = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((item) => { item.open = true; }));

const contrast = async (open) => {
  for (const [address, colorScheme] of [[small, 'light'], [small, 'dark'], [medium, 'light']]) {
    const page = await open(address, { colorScheme });
    await unfold(page);
    await page.waitForFunction(() => document.querySelectorAll('#accounts table').length > 0);
    assert.deepStrictEqual(await faint(page), [], colorScheme);
  }
};

// A window of 1280 by 1024 at 400 %.
const zoomed = async (open) => {
  const page = await open(small, { viewport: { width: 320, height: 256 } });
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), 'fits a window at 400 %');
  await page.locator('#images').scrollIntoViewIfNeeded();
  assert.ok(!await page.locator('#filter').evaluate((item) => getComputedStyle(item).position === 'sticky'), 'covers nothing');
};

const several = async (open) => {
  const page = await open(medium);
  const group = page.locator('#findings .several');
  assert.strictEqual(await group.locator('h3').first().innerText(), 'Problem Not trusted 4');
  assert.strictEqual(
    await group.locator('.fix code').first().innerText(),
    'share-image set-trust --profile images --accounts 2000000000000003,2000000000000020,2000000000000037,2000000000000054');
  assert.strictEqual(await page.locator('#findings article:visible').count(), 1);
  await group.locator('summary').click();
  assert.strictEqual(await group.locator('article:visible').count(), 4);
};

const wholeIds = (page) => page.evaluate(() => [...document.querySelectorAll('#grid th[scope="row"]')]
  .filter((head) => head.querySelector('small').getBoundingClientRect().right > head.getBoundingClientRect().right)
  .map((head) => head.innerText));

const paper = async (open) => {
  const page = await open(medium, { viewport: { width: 688, height: 1000 } });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const widths = await page.evaluate(() => [...document.querySelectorAll('#grid table')].map((table) => table.offsetWidth));
  assert.strictEqual(widths.length, 4, 'a table for each 15 of 60 recipients');
  assert.ok(widths.every((width) => width <= 688), 'no column beyond the edge of the paper: ' + widths);
  assert.strictEqual(await page.locator('#grid .col').count(), 60);
  assert.deepStrictEqual(await wholeIds(page), []);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.strictEqual(await page.locator('#grid table').count(), 1);
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
  for (const test of [content, hostile, filter, keyboard, picture, looks, contrast, zoomed, several, semantics, print, paper, withoutScripts, thousands]) await test(open);
  console.log('report: shows, filters, prints and asks for nothing');
});
