package dev.shareimage.cloud.aliyun;

import com.aliyuncs.quotas.model.v20200510.ListProductQuotasRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Quotas;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@link Quotas} by the Quota Center.
 *
 * <p>No documentation names the code of this quota, so it is told by the words of its name, in English or Chinese; names
 * that mention an image and sharing but not whom it is shared with count something else.
 */
record AliyunQuotas(Calls calls) implements Quotas {

    private static final List<List<String>> WORDS = List.of(
            List.of("image", "镜像"),
            List.of("share", "sharing", "共享"),
            List.of("account", "user", "账号", "帐号", "账户", "用户"));

    @Override
    public OptionalInt accountsPerImage(RegionId region) throws CloudException {
        for (ApiResponse quota : PagedReader.allTokened(token -> page(region, token), "Quotas", "Quota")) {
            Optional<Integer> total = quota.count("TotalQuota");
            if (total.isPresent() && wanted(quota)) {
                return OptionalInt.of(total.get());
            }
        }
        return OptionalInt.empty();
    }

    private ApiResponse page(RegionId region, @Nullable String token) throws CloudException {
        ListProductQuotasRequest.Dimensions dimension = new ListProductQuotasRequest.Dimensions();
        dimension.setKey("regionId");
        dimension.setValue(region.value());
        ListProductQuotasRequest request = new ListProductQuotasRequest();
        request.setProductCode("ecs");
        request.setDimensionss(List.of(dimension));
        request.setMaxResults(PagedReader.SIZE);
        if (token != null) {
            request.setNextToken(token);
        }
        return calls.make(Call.regional(Product.QUOTAS, region, request, region.value()));
    }

    private static boolean wanted(ApiResponse quota) throws CloudException {
        String name = quota.textIfAny("QuotaName").orElse("").toLowerCase(Locale.ROOT);
        return WORDS.stream().allMatch(words -> words.stream().anyMatch(name::contains));
    }
}
