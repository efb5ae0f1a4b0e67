'use strict';
// The initial world of a sandbox, and how both scripts check errors.

const ROLE = 'AliyunECSShareEncryptImageDefaultRole';

const KEYS = {
  owner: ['LTAI5tSandboxOwner000001', 'NotASecretSandboxOwner00000001'],
  ownerWithWrongSecret: ['LTAI5tSandboxOwner000001', 'NotEvenTheSandboxsSecret'],
  viewer: ['LTAI5tSandboxViewer00001', 'NotASecretSandboxViewer0000001'],
  recipient: ['LTAI5tSandboxRecv0000002', 'NotASecretSandboxRecv000000002'],
};

module.exports = {
  REGION: 'cn-hongkong',
  ROLE,
  KEYS,
  IMAGE: 'm-hk0cmk0000000000001',
  IMAGE_SHARED_WITH_50: 'm-hk0shared0000000050',
  RECIPIENT: '2000000000000002',
  RECIPIENTS_KEY: 'key-hk0own0000000000002',
  NOBODY: '9999999999999999',

  // A trust policy that lets ECS use the role for these accounts.
  trust: (...accounts) => JSON.stringify({
    Version: '1',
    Statement: [{
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: accounts.map((account) => `${account}@ecs.aliyuncs.com`) },
    }],
  }),

  // The error code of a call; 'none' if it succeeds.
  refusal: (promise) => promise.then(() => 'none', (error) => error.code),

  run: (main) => main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  }),
};
