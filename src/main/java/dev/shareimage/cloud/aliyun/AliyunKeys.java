package dev.shareimage.cloud.aliyun;

import com.aliyuncs.kms.model.v20160120.DescribeAccountKmsStatusRequest;
import com.aliyuncs.kms.model.v20160120.DescribeKeyRequest;
import com.aliyuncs.kms.model.v20160120.ListKeysRequest;
import com.aliyuncs.kms.model.v20160120.ListResourceTagsRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ErrorCause;
import dev.shareimage.cloud.Key;
import dev.shareimage.cloud.Keys;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.PageTally.ListShape;
import dev.shareimage.cloud.aliyun.rpc.PagedReader;
import dev.shareimage.cloud.aliyun.rpc.Product;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link Keys} through the API of KMS. */
record AliyunKeys(Calls calls) implements Keys {

    /** A documented filter of {@code ListKeys}. */
    private static final String MADE_BY_SERVICES = "[{\"Key\":\"CreatorType\",\"Values\":[\"Service\"]}]";

    /** The same, for {@link Keys#customerKeys}. */
    private static final String MADE_BY_USERS = "[{\"Key\":\"CreatorType\",\"Values\":[\"User\"]}]";

    /** The filter for {@link Keys#diskKeys}. */
    private static final String FIT_FOR_DISKS = "[{\"Key\":\"CreatorType\",\"Values\":[\"User\"]},"
            + "{\"Key\":\"KeyState\",\"Values\":[\"Enabled\"]},"
            + "{\"Key\":\"KeySpec\",\"Values\":[\"Aliyun_AES_256\",\"Aliyun_SM4\"]},"
            + "{\"Key\":\"TagKey\",\"Values\":[\"" + DISK_TAG + "\"]},"
            + "{\"Key\":\"TagValue\",\"Values\":[\"true\"]}]";

    @Override
    public Optional<Key> find(RegionId region, KeyId key) throws CloudException {
        DescribeKeyRequest request = new DescribeKeyRequest();
        request.setKeyId(key.value());
        try {
            return Optional.of(key(calls.make(Call.regional(Product.KMS, region, request, key.value()))));
        } catch (CloudException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Set<KeyId> serviceKeys(RegionId region) throws CloudException {
        return list(region, MADE_BY_SERVICES);
    }

    @Override
    public Set<KeyId> customerKeys(RegionId region) throws CloudException {
        return list(region, MADE_BY_USERS);
    }

    @Override
    public Set<KeyId> diskKeys(RegionId region) throws CloudException {
        return list(region, FIT_FOR_DISKS);
    }

    @Override
    public boolean opened(RegionId region) throws CloudException {
        try {
            ApiResponse answer = calls.make(
                    Call.regional(Product.KMS, region, new DescribeAccountKmsStatusRequest(), "the key service"));
            return answer.text("AccountStatus").equals("Enabled");
        } catch (CloudException e) {
            if (ErrorCause.of(e.code()).equals(Optional.of(ErrorCause.KMS_NOT_OPENED))) {
                return false;
            }
            throw e;
        }
    }

    private Set<KeyId> list(RegionId region, String filters) throws CloudException {
        Set<KeyId> keys = new LinkedHashSet<>();
        PagedReader.numbered(
                number -> {
                    ListKeysRequest request = new ListKeysRequest();
                    request.setFilters(filters);
                    request.setPageNumber(number);
                    request.setPageSize(PagedReader.PAGE_SIZE);
                    return calls.make(Call.regional(Product.KMS, region, request, "page " + number));
                },
                new ListShape("Keys", "Key", "KeyId"),
                items -> {
                    for (ApiResponse item : items) {
                        keys.add(item.value("KeyId", KeyId::new));
                    }
                });
        return keys;
    }

    @Override
    public Map<String, String> tags(RegionId region, KeyId key) throws CloudException {
        ListResourceTagsRequest request = new ListResourceTagsRequest();
        request.setKeyId(key.value());
        Map<String, String> tags = new LinkedHashMap<>();
        for (ApiResponse tag : calls.make(Call.regional(Product.KMS, region, request, key.value()))
                .list("Tags", "Tag")) {
            tags.put(tag.text("TagKey"), tag.textIfAny("TagValue").orElse(""));
        }
        return tags;
    }

    private static Key key(ApiResponse answer) throws CloudException {
        ApiResponse key = answer.object("KeyMetadata");
        return new Key(
                key.value("KeyId", KeyId::new),
                key.text("KeyState"),
                key.textIfAny("Creator").orElse(null),
                key.timeOrNull("DeleteDate"),
                key.timeOrNull("MaterialExpireTime"),
                key.textIfAny("DeletionProtection").map("Enabled"::equals).orElse(null),
                key.textIfAny("KeySpec").orElse(null),
                key.textIfAny("Arn").orElse(null));
    }
}
