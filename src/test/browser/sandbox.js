'use strict';
// Checks the start page of a sandbox with an image that is shared with two accounts: node sandbox.js http://127.0.0.1:PORT
const { assert, faint, run } = require('./browser');

const address = process.argv[2] + '/';
const IMAGE = 'm-hk0cmk0000000000001';

run(async (open) => {
  const page = await open(address);
  const row = page.locator('#images tr', { hasText: IMAGE });
  await row.waitFor();
  assert.deepStrictEqual(await row.locator('.mark').allInnerTexts(), ['2000000000000002', '2000000000000003']);
  assert.ok((await page.locator('#roles').innerText()).includes('2000000000000003@ecs.aliyuncs.com'));
  assert.ok((await page.locator('#calls').innerText()).includes('Ecs ModifyImageSharePermission'));
  assert.ok(!(await page.content()).includes('NotASecret'));

  await page.getByLabel('Filter').fill('ap-southeast-1');
  assert.ok((await page.locator('#images tbody tr').allInnerTexts()).every((text) => text.includes('ap-southeast-1')));
  await page.getByLabel('Filter').fill('nowhere');
  await page.getByText('Nothing fits the filter.').waitFor();
  await page.getByLabel('Filter').fill('');

  await page.getByLabel('Fault').selectOption('reads lag two seconds behind');
  await page.getByRole('button', { name: 'Inject the fault' }).click();
  await page.getByText('Done: {"rules":[{"effect":{"type":"lag","millis":2000}}]}').waitFor();
  await page.getByRole('button', { name: 'End faults' }).click();
  await page.getByText('Done: {}').waitFor();
  await page.getByRole('button', { name: 'Reset the world' }).click();
  await row.getByText('nobody').waitFor();
  await page.getByRole('button', { name: 'Forget the calls' }).click();
  await page.waitForFunction(() => document.querySelectorAll('#calls tbody tr').length === 0);
  const env = `eval "$(share-image sandbox env --port ${new URL(address).port})"`;
  await page.getByText('No calls yet. Type this in another terminal, and then any command: ' + env).waitFor();
  assert.deepStrictEqual(await faint(page), []);

  const japanese = await open(address, { locale: 'ja-JP' });
  await japanese.getByRole('heading', { name: 'イメージ', exact: true }).waitFor();
  await japanese.locator('#images tr', { hasText: IMAGE }).getByText('なし').waitFor();
  await japanese.getByText('接続中').waitFor();
  await japanese.getByRole('link', { name: '中文' }).click();
  await japanese.getByRole('button', { name: '注入故障' }).waitFor();
  await japanese.locator('#preset').selectOption('读取滞后两秒');

  const dark = await open(address, { colorScheme: 'dark' });
  assert.strictEqual(await dark.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(16, 21, 28)');
  await dark.locator('#images tbody tr').first().waitFor();
  assert.deepStrictEqual(await faint(dark), []);
  const phone = await open(address, { viewport: { width: 360, height: 700 } });
  await phone.locator('#images tr', { hasText: IMAGE }).waitFor();
  assert.ok(await phone.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), 'fits a phone');
  assert.deepStrictEqual(await phone.evaluate(() => [...document.querySelectorAll('section')].flatMap((section) => {
    const edge = section.getBoundingClientRect().right;
    return [...section.querySelectorAll('button, select, input')].filter((item) => item.getBoundingClientRect().right > edge);
  }).map((item) => item.id)), [], 'no control beyond its card');
  console.log('sandbox: shows the world, controls it and asks for nothing else');
});
