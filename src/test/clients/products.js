'use strict';
// @alicloud/pop-core (signature version 1) and @alicloud/openapi-client (version 3) against the other products of a
// fresh sandbox: node products.js http://127.0.0.1:PORT
// An image is shared with a folder, and who can launch it is compared with each half missing.
const assert = require('node:assert');
const { RPCClient } = require('@alicloud/pop-core');
const OpenApi = require('@alicloud/openapi-client');
const {
  ACCOUNTS_IMAGE_QUOTA, FOLDER, FOLDER_PATH, IMAGE, KEYS, OWNER, PATIENCE_MILLIS, RECIPIENT, RECIPIENTS_KEY, REGION,
  ROLE, refusal, run, trustPath,
} = require('./world');

const endpoint = process.argv[2];
const VERSIONS = {
  ecs: '2014-05-26', ram: '2015-05-01', sts: '2015-04-01', sharing: '2020-01-10', directory: '2022-04-19',
  kms: '2016-01-20', quotas: '2020-05-10',
};

// Calls a product by name; the parameters are sent as the client likes to send them.
const popCore = ([accessKeyId, accessKeySecret, securityToken]) => (product, action, parameters = {}) =>
  new RPCClient({
    endpoint, apiVersion: VERSIONS[product], accessKeyId, accessKeySecret, securityToken,
    opts: { timeout: PATIENCE_MILLIS },
  }).request(action, parameters, { method: 'POST' });

const openApi = ([accessKeyId, accessKeySecret, securityToken]) => async (product, action, parameters = {}) => {
  const client = new OpenApi.default(new OpenApi.Config({
    accessKeyId, accessKeySecret, securityToken, endpoint: new URL(endpoint).host, protocol: 'http', regionId: REGION,
  }));
  const call = new OpenApi.Params({
    action, version: VERSIONS[product], protocol: 'HTTP', pathname: '/', method: 'POST', authType: 'AK', style: 'RPC',
    reqBodyType: 'json', bodyType: 'json',
  });
  const patience = { readTimeout: PATIENCE_MILLIS, connectTimeout: PATIENCE_MILLIS };
  return (await client.callApi(call, new OpenApi.OpenApiRequest({ query: parameters }), patience)).body;
};

const launch = (call) => refusal(call('ecs', 'RunInstances', {
  RegionId: REGION, ImageId: IMAGE, InstanceType: 'ecs.g7.large', DryRun: 'true',
  'SystemDisk.Encrypted': 'true', 'SystemDisk.KMSKeyId': RECIPIENTS_KEY,
}));

const until = async (status, read) => {
  for (let left = 600; left > 0; left -= 1) {
    const associations = (await read()).ResourceShareAssociations;
    if (associations.length > 0 && associations.every((each) => each.AssociationStatus === status)) {
      return associations;
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`the associations are never ${status}`);
};

const readsOfEveryProduct = async (owner, manager) => {
  assert.strictEqual((await owner('sts', 'GetCallerIdentity')).AccountId, OWNER);
  const key = await owner('kms', 'ListKeys', { RegionId: REGION, PageSize: '100' });
  assert.strictEqual(key.Keys.Key.length, key.TotalCount);
  const described = await owner('kms', 'DescribeKey', { RegionId: REGION, KeyId: key.Keys.Key[0].KeyId });
  assert.strictEqual(described.KeyMetadata.KeyState, 'Enabled');
  const quota = await owner('quotas', 'GetProductQuota', { ProductCode: 'ecs', QuotaActionCode: ACCOUNTS_IMAGE_QUOTA });
  assert.strictEqual(quota.Quota.TotalQuota, 50);
  const directory = await owner('directory', 'GetResourceDirectory');
  assert.strictEqual(directory.ResourceDirectory.ResourceDirectoryId, FOLDER_PATH.split('/')[0]);
  const folder = await manager('directory', 'GetFolder', { FolderId: FOLDER });
  assert.strictEqual(folder.Folder.ResourceDirectoryPath, FOLDER_PATH);
  assert.strictEqual(await refusal(owner('directory', 'GetFolder', { FolderId: FOLDER })),
    'EntityNotExists.ResourceDirectory');
  const sharing = await owner('sharing', 'CheckSharingWithResourceDirectoryStatus', { RegionId: REGION });
  assert.strictEqual(sharing.EnableSharingWithRd, true);
};

const folderShare = async (owner, recipient, outsider) => {
  const setTrust = (trustPolicy) =>
    owner('ram', 'UpdateRole', { RoleName: ROLE, NewAssumeRolePolicyDocument: trustPolicy });
  const associations = (id, type) => () => owner('sharing', 'ListResourceShareAssociations',
    { RegionId: REGION, AssociationType: type, 'ResourceShareIds.1': id });
  await owner('ram', 'CreateRole', { RoleName: ROLE, AssumeRolePolicyDocument: trustPath(FOLDER_PATH) });
  await owner('ram', 'AttachPolicyToRole',
    { RoleName: ROLE, PolicyType: 'System', PolicyName: 'AliyunKMSFullAccess' });

  const share = (await owner('sharing', 'CreateResourceShare', {
    RegionId: REGION, ResourceShareName: 'by-clients', AllowExternalTargets: 'false',
    'Resources.1.ResourceId': IMAGE, 'Resources.1.ResourceType': 'Image',
  })).ResourceShare;
  assert.strictEqual(share.AllowExternalTargets, false);
  await until('Associated', associations(share.ResourceShareId, 'Resource'));
  assert.strictEqual(await launch(recipient), 'InvalidImageId.NotFound', 'the image alone is not enough');
  await owner('sharing', 'AssociateResourceShare',
    { RegionId: REGION, ResourceShareId: share.ResourceShareId, 'Targets.1': FOLDER });
  const [target] = await until('Associated', associations(share.ResourceShareId, 'Target'));
  assert.deepStrictEqual([target.EntityId, target.EntityType, target.External], [FOLDER, 'Folder', false]);
  assert.strictEqual(await launch(recipient), 'DryRunOperation');
  assert.strictEqual(await launch(outsider), 'InvalidImageId.NotFound');

  await setTrust(trustPath(FOLDER_PATH.replace(FOLDER, 'fd-china00001')));
  assert.strictEqual(await launch(recipient), 'InvalidParameter.KMSKeyId.KMSUnauthorized');
  await setTrust(trustPath(FOLDER_PATH));
  assert.strictEqual(await launch(recipient), 'DryRunOperation');

  const direct = await owner('ecs', 'DescribeImageSharePermission', { RegionId: REGION, ImageId: IMAGE });
  assert.deepStrictEqual([direct.TotalCount, direct.Accounts.Account], [0, []]);
  assert.strictEqual(await refusal(owner('ecs', 'DeleteImage', { RegionId: REGION, ImageId: IMAGE })), 'ImageUseShared');
  await owner('sharing', 'DeleteResourceShare', { RegionId: REGION, ResourceShareId: share.ResourceShareId });
  assert.strictEqual(await launch(recipient), 'InvalidImageId.NotFound', 'a deleted share gives nothing');
};

const session = async (client, auditor) => {
  const assumed = await client(auditor)('sts', 'AssumeRole',
    { RoleArn: `acs:ram::${RECIPIENT}:role/SandboxVerifier`, RoleSessionName: 'night' });
  const { AccessKeyId, AccessKeySecret, SecurityToken } = assumed.Credentials;
  const identity = await client([AccessKeyId, AccessKeySecret, SecurityToken])('sts', 'GetCallerIdentity');
  assert.deepStrictEqual([identity.AccountId, identity.IdentityType], [RECIPIENT, 'AssumedRoleUser']);
  assert.strictEqual(await refusal(client([AccessKeyId, AccessKeySecret])('sts', 'GetCallerIdentity')),
    'MissingSecurityToken');
};

run(async () => {
  for (const client of [popCore, openApi]) {
    const owner = client(KEYS.owner);
    await readsOfEveryProduct(owner, client(KEYS.manager));
    await session(client, KEYS.auditor);
    await folderShare(owner, client(KEYS.recipient), client(KEYS.outsider));
    await owner('ram', 'DetachPolicyFromRole',
      { RoleName: ROLE, PolicyType: 'System', PolicyName: 'AliyunKMSFullAccess' });
    await owner('ram', 'DeleteRole', { RoleName: ROLE });
  }
  console.log('products: listed, shared, launched and refused for the right reasons');
});
