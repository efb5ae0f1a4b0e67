'use strict';
// The first share of an encrypted image by a careful script: ten calls, one after the other.
const { ecs, ram, sts, kms, region, role, post } = require('./client');

const [image, list] = process.argv.slice(2);
const accounts = list.split(',');

function add(some) {
  const parameters = { ...region, ImageId: image };
  some.forEach((account, index) => {
    parameters[`AddAccount.${index + 1}`] = account;
  });
  return ecs.request('ModifyImageSharePermission', parameters, post);
}

async function main() {
  await sts.request('GetCallerIdentity', {});
  const images = await ecs.request('DescribeImages', { ...region, ImageId: image });
  const SnapshotIds = JSON.stringify([images.Images.Image[0].DiskDeviceMappings.DiskDeviceMapping[0].SnapshotId]);
  const snapshots = await ecs.request('DescribeSnapshots', { ...region, SnapshotIds });
  await kms.request('DescribeKey', { KeyId: snapshots.Snapshots.Snapshot[0].KMSKeyId });
  await ram.request('GetRole', { RoleName: role }).catch((error) => error.code);
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '1',
    Statement: [{
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: accounts.map((account) => `${account}@ecs.aliyuncs.com`) },
    }],
  });
  await ram.request('CreateRole', { RoleName: role, AssumeRolePolicyDocument }, post);
  await ram.request('AttachPolicyToRole', { RoleName: role, PolicyType: 'System', PolicyName: 'AliyunKMSFullAccess' });
  for (let from = 0; from < accounts.length; from += 10) {
    await add(accounts.slice(from, from + 10));
  }
  const shared = await ecs.request('DescribeImageSharePermission', { ...region, ImageId: image, PageSize: 100 });
  if (shared.Accounts.Account.length !== accounts.length) {
    throw new Error(`${shared.Accounts.Account.length} of ${accounts.length} accounts`);
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
