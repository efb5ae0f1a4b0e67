#!/bin/sh
# The first share of an encrypted image with the vendor's own command line: nine processes, one after the other.
# usage: first-share.sh IMAGE FIRST-TEN-ACCOUNTS OTHER-ACCOUNTS (each list: numbers separated by commas)
set -eu
image=$1
host=${SHARE_IMAGE_ENDPOINT#http://}
role=AliyunECSShareEncryptImageDefaultRole

call() {
  aliyun "$@" --insecure --endpoint "$host" --region cn-hongkong
}

principals() {
  printf '"%s@ecs.aliyuncs.com"' "$1" | sed 's/,/@ecs.aliyuncs.com","/g'
}

add() {
  image=$1 number=0
  # shellcheck disable=SC2046 # numbers separated by commas become words
  set -- $(printf '%s' "$2" | tr ',' ' ')
  for account; do
    number=$((number + 1))
    set -- "$@" "--AddAccount.$number" "$account"
    shift
  done
  call ecs ModifyImageSharePermission --ImageId "$image" "$@"
}

call sts GetCallerIdentity
call ecs DescribeImages --ImageId "$image"
call ecs DescribeSnapshots --SnapshotIds "[\"s-${image#m-}\"]"
call kms DescribeKey --KeyId key-hk0cmk0000000000001
call ram CreateRole --RoleName $role --AssumeRolePolicyDocument "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[$(principals "$2,$3")]}}]}"
call ram AttachPolicyToRole --RoleName $role --PolicyType System --PolicyName AliyunKMSFullAccess
add "$image" "$2"
add "$image" "$3"
call ecs DescribeImageSharePermission --ImageId "$image" --PageSize 100
