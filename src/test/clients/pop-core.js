'use strict';
// @alicloud/pop-core against a fresh sandbox: node pop-core.js http://127.0.0.1:PORT
// It signs with version 1, sends GET with a query or POST with a form, and requests JSON in lower case.
const assert = require('node:assert');
const { RPCClient } = require('@alicloud/pop-core');
const {
  IMAGE, IMAGE_SHARED_WITH_50, KEYS, NOBODY, PATIENCE_MILLIS, RECIPIENT, RECIPIENTS_KEY, REGION, ROLE, refusal, run, trust,
} = require('./world');

const endpoint = process.argv[2];
const POST = { method: 'POST' };

const client = (apiVersion, [accessKeyId, accessKeySecret]) =>
  new RPCClient({ endpoint, apiVersion, accessKeyId, accessKeySecret, opts: { timeout: PATIENCE_MILLIS } });
const ecsOf = (key) => client('2014-05-26', key);

const share = (ecs, account, image = IMAGE) => ecs.request(
  'ModifyImageSharePermission', { RegionId: REGION, ImageId: image, 'AddAccount.1': account }, POST);

const launch = (ecs, disk) => ecs.request('RunInstances', {
  RegionId: REGION, ImageId: IMAGE, InstanceType: 'ecs.g7.large', DryRun: true, ...disk,
}, POST);
const ENCRYPTED = { 'SystemDisk.Encrypted': true, 'SystemDisk.KMSKeyId': RECIPIENTS_KEY };

const setTrust = (ram, trustPolicy) =>
  ram.request('UpdateRole', { RoleName: ROLE, NewAssumeRolePolicyDocument: trustPolicy }, POST);

run(async () => {
  const ecs = ecsOf(KEYS.owner);
  const ram = client('2015-05-01', KEYS.owner);
  const recipient = ecsOf(KEYS.recipient);

  const mine = await ecs.request('DescribeImages', { RegionId: REGION, ImageOwnerAlias: 'self', PageSize: 100 });
  assert(mine.Images.Image.some((image) => image.ImageId === IMAGE), 'the owner lists its image');
  assert.strictEqual(await refusal(share(ecsOf(KEYS.ownerWithWrongSecret), RECIPIENT)), 'SignatureDoesNotMatch');
  assert.strictEqual(await refusal(share(ecsOf(KEYS.viewer), RECIPIENT)), 'Forbidden.RAM');
  assert.strictEqual(await refusal(share(ecs, NOBODY)), 'InvalidAccount.NotFound');
  assert.strictEqual(await refusal(share(ecs, RECIPIENT)), 'AssumeRoleError');

  const trusted = trust(RECIPIENT);
  await ram.request('CreateRole', { RoleName: ROLE, AssumeRolePolicyDocument: trusted }, POST);
  assert.strictEqual(await refusal(share(ecs, RECIPIENT)), 'AssumeRoleError', 'a role without a policy is not enough');
  await ram.request('AttachPolicyToRole', { RoleName: ROLE, PolicyType: 'System', PolicyName: 'AliyunKMSFullAccess' });
  const role = await ram.request('GetRole', { RoleName: ROLE });
  assert.strictEqual(role.Role.AssumeRolePolicyDocument, trusted);

  assert.strictEqual(await refusal(launch(recipient, ENCRYPTED)), 'InvalidImageId.NotFound', 'nothing to launch yet');
  await share(ecs, RECIPIENT);
  const shared = await ecs.request('DescribeImageSharePermission', { RegionId: REGION, ImageId: IMAGE });
  assert.deepStrictEqual(shared.Accounts.Account.map((account) => account.AliyunId), [RECIPIENT]);
  const received = await recipient.request('DescribeImages', { RegionId: REGION, ImageOwnerAlias: 'others' });
  assert(received.Images.Image.some((image) => image.ImageId === IMAGE), 'the recipient lists the image');

  assert.strictEqual(await refusal(launch(recipient, ENCRYPTED)), 'DryRunOperation');
  assert.strictEqual(await refusal(launch(recipient, {})), 'InvalidParam.EncryptedMismatch');
  await setTrust(ram, trust(NOBODY));
  assert.strictEqual(await refusal(launch(recipient, ENCRYPTED)), 'InvalidParameter.KMSKeyId.KMSUnauthorized');

  const newcomer = '4000000000000004';
  await setTrust(ram, trust(newcomer));
  assert.strictEqual(await refusal(share(ecs, newcomer, IMAGE_SHARED_WITH_50)), 'QuotaExceed.ShareImageUser');
  console.log('pop-core: listed, shared, launched and refused for the right reasons');
});
