'use strict';
// @alicloud/pop-core against a running sandbox: node pop-core.js http://127.0.0.1:PORT
// It signs by version 1, sends GET with a query or POST with a form, and asks for no format on its own.
const assert = require('node:assert');
const { RPCClient } = require('@alicloud/pop-core');

const endpoint = process.argv[2];
const ROLE = 'AliyunECSShareEncryptImageDefaultRole';
const IMAGE = 'm-hk0cmk0000000000001';
const RECIPIENT = '2000000000000002';
const IN_REGION = { RegionId: 'cn-hongkong' };

const client = (apiVersion, accessKeyId, accessKeySecret) =>
  new RPCClient({ endpoint, apiVersion, accessKeyId, accessKeySecret });
const owner = (apiVersion) => client(apiVersion, 'LTAI5tSandboxOwner000001', 'NotASecretSandboxOwner00000001');
const recipient = client('2014-05-26', 'LTAI5tSandboxRecv0000002', 'NotASecretSandboxRecv000000002');

const refusal = (promise) => promise.then(() => 'none', (error) => error.code);

async function main() {
  const ecs = owner('2014-05-26');
  const ram = owner('2015-05-01');
  const post = { method: 'POST' };

  const images = await ecs.request('DescribeImages', { ...IN_REGION, ImageOwnerAlias: 'self', PageSize: 100 });
  assert(images.Images.Image.some((image) => image.ImageId === IMAGE), 'the owner lists its image');

  const share = { ...IN_REGION, ImageId: IMAGE, 'AddAccount.1': RECIPIENT };
  assert.strictEqual(await refusal(ecs.request('ModifyImageSharePermission', share, post)), 'AssumeRoleError');

  const trust = JSON.stringify({
    Version: '1',
    Statement: [{
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: [`${RECIPIENT}@ecs.aliyuncs.com`] },
    }],
  });
  await ram.request('CreateRole', { RoleName: ROLE, AssumeRolePolicyDocument: trust }, post);
  await ram.request('AttachPolicyToRole', { RoleName: ROLE, PolicyType: 'System', PolicyName: 'AliyunKMSFullAccess' });
  const role = await ram.request('GetRole', { RoleName: ROLE });
  assert.strictEqual(role.Role.AssumeRolePolicyDocument, trust);

  const launch = {
    ...IN_REGION,
    ImageId: IMAGE,
    InstanceType: 'ecs.g7.large',
    DryRun: true,
    'SystemDisk.Encrypted': true,
    'SystemDisk.KMSKeyId': 'key-hk0own0000000000002',
  };
  const before = await refusal(recipient.request('RunInstances', launch, post));
  assert.notStrictEqual(before, 'DryRunOperation', 'a stranger cannot launch');

  await ecs.request('ModifyImageSharePermission', share, post);
  const shared = await ecs.request('DescribeImageSharePermission', { ...IN_REGION, ImageId: IMAGE });
  assert.deepStrictEqual(shared.Accounts.Account.map((account) => account.AliyunId), [RECIPIENT]);

  const received = await recipient.request('DescribeImages', { ...IN_REGION, ImageOwnerAlias: 'others' });
  assert(received.Images.Image.some((image) => image.ImageId === IMAGE), 'the recipient lists the image');
  assert.strictEqual(await refusal(recipient.request('RunInstances', launch, post)), 'DryRunOperation');

  const stranger = client('2014-05-26', 'LTAI5tSandboxOwner000001', 'wrong');
  const wrong = await refusal(stranger.request('DescribeImages', IN_REGION));
  assert.match(wrong, /^(SignatureDoesNotMatch|InvalidAccessKeySecret)$/);
  console.log('pop-core: listed, refused, shared, launched');
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
