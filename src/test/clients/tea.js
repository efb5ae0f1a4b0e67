'use strict';
// @alicloud/ecs20140526 and @alicloud/ram20150501 against a fresh sandbox:
// node tea.js http://127.0.0.1:PORT
// They sign with version 3, and send action and version only in headers.
const assert = require('node:assert');
const Ecs = require('@alicloud/ecs20140526');
const Ram = require('@alicloud/ram20150501');
const OpenApi = require('@alicloud/openapi-client');
const {
  IMAGE, IMAGE_SHARED_WITH_50, KEYS, NOBODY, PATIENCE_MILLIS, RECIPIENT, RECIPIENTS_KEY, REGION, ROLE, refusal, run, trust,
} = require('./world');

const { host } = new URL(process.argv[2]);
const regionId = REGION;

const config = ([accessKeyId, accessKeySecret]) =>
  new OpenApi.Config({
    accessKeyId, accessKeySecret, endpoint: host, protocol: 'http', regionId,
    connectTimeout: PATIENCE_MILLIS, readTimeout: PATIENCE_MILLIS,
  });
const ecsOf = (key) => new Ecs.default(config(key));

const share = (ecs, account, imageId = IMAGE) => ecs.modifyImageSharePermission(
  new Ecs.ModifyImageSharePermissionRequest({ regionId, imageId, addAccount: [account] }));

const launch = (ecs, systemDisk) => ecs.runInstances(new Ecs.RunInstancesRequest({
  regionId, imageId: IMAGE, instanceType: 'ecs.g7.large', dryRun: true, systemDisk,
}));
const ENCRYPTED = new Ecs.RunInstancesRequestSystemDisk({ encrypted: 'true', KMSKeyId: RECIPIENTS_KEY });

const setTrust = (ram, newAssumeRolePolicyDocument) =>
  ram.updateRole(new Ram.UpdateRoleRequest({ roleName: ROLE, newAssumeRolePolicyDocument }));

run(async () => {
  const ecs = ecsOf(KEYS.owner);
  const ram = new Ram.default(config(KEYS.owner));
  const recipient = ecsOf(KEYS.recipient);

  const mine = await ecs.describeImages(
    new Ecs.DescribeImagesRequest({ regionId, imageOwnerAlias: 'self', pageSize: 100 }));
  assert(mine.body.images.image.some((image) => image.imageId === IMAGE), 'the owner lists its image');
  assert.strictEqual(await refusal(share(ecsOf(KEYS.ownerWithWrongSecret), RECIPIENT)), 'SignatureDoesNotMatch');
  assert.strictEqual(await refusal(share(ecsOf(KEYS.viewer), RECIPIENT)), 'Forbidden.RAM');
  assert.strictEqual(await refusal(share(ecs, NOBODY)), 'InvalidAccount.NotFound');
  assert.strictEqual(await refusal(share(ecs, RECIPIENT)), 'AssumeRoleError');

  const roleName = ROLE;
  const trusted = trust(RECIPIENT);
  assert.strictEqual(await refusal(ram.getRole(new Ram.GetRoleRequest({ roleName }))), 'EntityNotExist.Role');
  await ram.createRole(new Ram.CreateRoleRequest({ roleName, assumeRolePolicyDocument: trusted }));
  await ram.attachPolicyToRole(new Ram.AttachPolicyToRoleRequest({
    roleName, policyType: 'System', policyName: 'AliyunKMSFullAccess',
  }));
  const role = await ram.getRole(new Ram.GetRoleRequest({ roleName }));
  assert.strictEqual(role.body.role.assumeRolePolicyDocument, trusted);

  assert.strictEqual(await refusal(launch(recipient, ENCRYPTED)), 'InvalidImageId.NotFound', 'nothing to launch yet');
  await share(ecs, RECIPIENT);
  const shared = await ecs.describeImageSharePermission(
    new Ecs.DescribeImageSharePermissionRequest({ regionId, imageId: IMAGE }));
  assert.deepStrictEqual(shared.body.accounts.account.map((account) => account.aliyunId), [RECIPIENT]);
  const received = await recipient.describeImages(
    new Ecs.DescribeImagesRequest({ regionId, imageOwnerAlias: 'others' }));
  assert(received.body.images.image.some((image) => image.imageId === IMAGE), 'the recipient lists the image');

  assert.strictEqual(await refusal(share(recipient, NOBODY)), 'InvalidImageId.NotFound', 'it cannot be shared on');
  assert.strictEqual(await refusal(launch(recipient, ENCRYPTED)), 'DryRunOperation');
  assert.strictEqual(await refusal(launch(recipient, undefined)), 'InvalidParam.EncryptedMismatch');
  await setTrust(ram, trust(NOBODY));
  assert.strictEqual(await refusal(launch(recipient, ENCRYPTED)), 'InvalidParameter.KMSKeyId.KMSUnauthorized');

  const newcomer = '4000000000000004';
  await setTrust(ram, trust(newcomer));
  assert.strictEqual(await refusal(share(ecs, newcomer, IMAGE_SHARED_WITH_50)), 'QuotaExceed.ShareImageUser');
  console.log('tea: listed, shared, launched and refused for the right reasons');
});
