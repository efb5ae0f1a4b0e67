'use strict';
// Makes the calls of `share-image list-shares --image-id …`, one after the other.
const { ecs, ram, sts, sharing, region, role } = require('./client');

const image = { ...region, ImageId: process.argv[2] };

async function main() {
  const caller = await sts.request('GetCallerIdentity', {});
  const images = await ecs.request('DescribeImages', image);
  const shares = await ecs.request('DescribeImageSharePermission', image);
  const groups = await sharing.request('ListResourceShareAssociations', {
    ...region,
    AssociationType: 'Resource',
    ResourceId: process.argv[2],
  });
  const trust = await ram.request('GetRole', { RoleName: role }).catch((error) => error.code);
  const policies = await ram.request('ListPoliciesForRole', { RoleName: role }).catch((error) => error.code);
  console.log(JSON.stringify({ caller, images, shares, groups, trust, policies }).length);
}

main();
