package dev.shareimage.cloud.aliyun.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Sends nothing. Returns the answers of a cloud in which {@link #IMAGE} is encrypted, the role is missing, and {@link
 * #ACCOUNT} has the image after the first share.
 */
public final class WarmupTransport implements Transport {

    public static final String IMAGE = "m-warmup";
    public static final String ACCOUNT = "2000000000000002";

    /** The answers of all products in one. Each reader uses only the members that it needs. */
    private static final String ANSWER = """
            {"RequestId":"0","TotalCount":%n,"AccountId":"1000000000000001","Arn":"acs:ram::1000000000000001:root",
            "Images":{"Image":[{"ImageId":"m-warmup","ImageName":"","ImageOwnerAlias":"self","Status":"Available",
              "DiskDeviceMappings":{"DiskDeviceMapping":[{"SnapshotId":"s-warmup","Encrypted":"true"}]}}]},
            "Snapshots":{"Snapshot":[{"SnapshotId":"s-warmup","Encrypted":true,"KMSKeyId":"key-warmup"}]},
            "KeyMetadata":{"KeyId":"key-warmup","KeyState":"Enabled","Creator":"1000000000000001"},
            "Tags":{"Tag":[{"TagKey":"acs:ecs:disk-encryption","TagValue":"true"}]},"Quota":{"TotalQuota":50},"Keys":{"Key":[{"KeyId":"key-service"}]},"Policies":{"Policy":[]},"ResourceShareAssociations":[],
            "Role":{"RoleName":"warmup","Arn":"acs:ram::1000000000000001:role/warmup","AssumeRolePolicyDocument":"{}"},
            "Accounts":{"Account":[%s]}}
            """;

    private static final String MISSING =
            "{\"Code\":\"EntityNotExist\",\"Message\":\"is missing\",\"RequestId\":\"0\"}";

    private volatile boolean shared;

    @Override
    public HttpResponse send(HttpRequest request) {
        String form = new String(request.body(), StandardCharsets.US_ASCII);
        if (form.contains("Action=GetRole") || form.contains("KeyId=alias")) {
            return answer(404, MISSING);
        }
        shared |= form.contains("Action=ModifyImageSharePermission");
        boolean nobody = !shared && form.contains("Action=DescribeImageSharePermission");
        String account = nobody ? "" : "{\"AliyunId\":\"" + ACCOUNT + "\"}";
        return answer(200, ANSWER.replace("%n", nobody ? "0" : "1").replace("%s", account));
    }

    private static HttpResponse answer(int status, String body) {
        return new HttpResponse(status, Map.of(), body.getBytes(StandardCharsets.US_ASCII));
    }
}
