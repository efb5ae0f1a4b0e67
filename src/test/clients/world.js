'use strict';
// The initial world of a sandbox, and how all scripts check errors.

const ROLE = 'AliyunECSShareEncryptImageDefaultRole';

const KEYS = {
  owner: ['LTAI5tSandboxOwner000001', 'NotASecretSandboxOwner00000001'],
  ownerWithWrongSecret: ['LTAI5tSandboxOwner000001', 'NotEvenTheSandboxsSecret'],
  viewer: ['LTAI5tSandboxViewer00001', 'NotASecretSandboxViewer0000001'],
  recipient: ['LTAI5tSandboxRecv0000002', 'NotASecretSandboxRecv000000002'],
  outsider: ['LTAI5tSandboxRecv0000027', 'NotASecretSandboxRecv000000027'],
  manager: ['LTAI5tSandboxManager0001', 'NotASecretSandboxManager000001'],
  auditor: ['LTAI5tSandboxAuditor0001', 'NotASecretSandboxAuditor000001'],
};

module.exports = {
  // The clients wait 3 seconds by default, too short for a busy machine.
  PATIENCE_MILLIS: 60000,

  REGION: 'cn-hongkong',
  ROLE,
  KEYS,
  IMAGE: 'm-hk0cmk0000000000001',
  IMAGE_SHARED_WITH_50: 'm-hk0shared0000000050',
  OWNER: '1000000000000001',
  RECIPIENT: '2000000000000002',
  RECIPIENTS_KEY: 'key-hk0own0000000000002',
  NOBODY: '9999999999999999',
  FOLDER: 'fd-japan00001',
  FOLDER_PATH: 'rd-sbx001/r-root01/fd-products01/fd-japan00001',
  ACCOUNTS_IMAGE_QUOTA: 'q_user-per-image-shared-user-count',

  // A trust policy that lets ECS use the role for these accounts.
  trust: (...accounts) => JSON.stringify({
    Version: '1',
    Statement: [{
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: accounts.map((account) => `${account}@ecs.aliyuncs.com`) },
    }],
  }),

  // The same for the members of a directory or a folder and of the folders below it.
  trustPath: (path) => JSON.stringify({
    Version: '1',
    Statement: [{
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: ['*@ecs.aliyuncs.com'] },
      Condition: { StringLike: { 'sts:ServiceOwnerRDPath': `${path}*` } },
    }],
  }),

  // The error code of a call; 'none' if it succeeds.
  refusal: (promise) => promise.then(() => 'none', (error) => error.code),

  run: (main) => main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  }),
};
