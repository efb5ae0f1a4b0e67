'use strict';
// The beginning of a typical script: a client for each product.
const { RPCClient } = require('@alicloud/pop-core');

const endpoint = process.env.SHARE_IMAGE_ENDPOINT;
const accessKeyId = process.env.ALIBABA_CLOUD_ACCESS_KEY_ID;
const accessKeySecret = process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET;
const client = (apiVersion) => new RPCClient({ endpoint, apiVersion, accessKeyId, accessKeySecret });

module.exports = {
  ecs: client('2014-05-26'),
  ram: client('2015-05-01'),
  sts: client('2015-04-01'),
  kms: client('2016-01-20'),
  sharing: client('2020-01-10'),
  region: { RegionId: 'cn-hongkong' },
  role: 'AliyunECSShareEncryptImageDefaultRole',
  post: { method: 'POST' },
};
