'use strict';
// Makes the calls of `share-image list-shares --image-id …`, one after the other.
const { ecs, ram, sts, sharing, region, role } = require('./client');

const image = { ...region, ImageId: process.argv[2] };

async function main() {
  const caller = await sts.request('GetCallerIdentity', {});
  const images = await ecs.request('DescribeImages', image);
  const shares = [];
  for (let page = 1, left = 1; left > 0; page++) {
    const some = await ecs.request('DescribeImageSharePermission', { ...image, PageNumber: page, PageSize: 100 });
    shares.push(...some.Accounts.Account);
    left = some.TotalCount - shares.length;
  }
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
