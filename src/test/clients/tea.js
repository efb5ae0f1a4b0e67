'use strict';
// @alicloud/ecs20140526 and @alicloud/ram20150501 against a running sandbox: node tea.js http://127.0.0.1:PORT
// They sign by version 3 and have action and version in headers only.
const assert = require('node:assert');
const Ecs = require('@alicloud/ecs20140526');
const Ram = require('@alicloud/ram20150501');
const OpenApi = require('@alicloud/openapi-client');

const { host } = new URL(process.argv[2]);
const ROLE = 'AliyunECSShareEncryptImageDefaultRole';
const IMAGE = 'm-hk0cmk0000000000001';
const RECIPIENT = '2000000000000003';
const regionId = 'cn-hongkong';

const config = (accessKeyId, accessKeySecret) =>
  new OpenApi.Config({ accessKeyId, accessKeySecret, endpoint: host, protocol: 'http', regionId });
const owner = config('LTAI5tSandboxOwner000001', 'NotASecretSandboxOwner00000001');
const recipient = config('LTAI5tSandboxRecv0000003', 'NotASecretSandboxRecv000000003');

const refusal = (promise) => promise.then(() => 'none', (error) => error.code);

async function main() {
  const ecs = new Ecs.default(owner);
  const ram = new Ram.default(owner);

  const mine = await ecs.describeImages(new Ecs.DescribeImagesRequest({ regionId, imageOwnerAlias: 'self', pageSize: 100 }));
  assert(mine.body.images.image.some((image) => image.imageId === IMAGE), 'the owner lists its image');

  const before = await ram.getRole(new Ram.GetRoleRequest({ roleName: ROLE })).catch((error) => error.code);
  const trust = JSON.stringify({
    Version: '1',
    Statement: [{
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: [`${RECIPIENT}@ecs.aliyuncs.com`] },
    }],
  });
  if (before === 'EntityNotExist.Role') {
    await ram.createRole(new Ram.CreateRoleRequest({ roleName: ROLE, assumeRolePolicyDocument: trust }));
    await ram.attachPolicyToRole(new Ram.AttachPolicyToRoleRequest({
      roleName: ROLE, policyType: 'System', policyName: 'AliyunKMSFullAccess',
    }));
  } else {
    await ram.updateRole(new Ram.UpdateRoleRequest({ roleName: ROLE, newAssumeRolePolicyDocument: trust }));
  }
  const role = await ram.getRole(new Ram.GetRoleRequest({ roleName: ROLE }));
  assert.strictEqual(role.body.role.assumeRolePolicyDocument, trust);

  await ecs.modifyImageSharePermission(new Ecs.ModifyImageSharePermissionRequest({
    regionId, imageId: IMAGE, addAccount: [RECIPIENT],
  }));
  const shared = await ecs.describeImageSharePermission(new Ecs.DescribeImageSharePermissionRequest({
    regionId, imageId: IMAGE,
  }));
  assert(shared.body.accounts.account.some((account) => account.aliyunId === RECIPIENT), 'the share is there');

  const other = new Ecs.default(recipient);
  const received = await other.describeImages(new Ecs.DescribeImagesRequest({ regionId, imageOwnerAlias: 'others' }));
  assert(received.body.images.image.some((image) => image.imageId === IMAGE), 'the recipient lists the image');
  const reshare = new Ecs.ModifyImageSharePermissionRequest({ regionId, imageId: IMAGE, addAccount: ['4000000000000004'] });
  assert.strictEqual(await refusal(other.modifyImageSharePermission(reshare)), 'InvalidImageId.NotFound');

  const wrong = new Ecs.default(config('LTAI5tSandboxOwner000001', 'wrong'));
  const code = await refusal(wrong.describeImages(new Ecs.DescribeImagesRequest({ regionId })));
  assert.strictEqual(code, 'SignatureDoesNotMatch');
  console.log('tea: listed, shared, refused');
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
