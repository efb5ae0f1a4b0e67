package dev.shareimage.cloud.aliyun;

import com.aliyuncs.quotas.model.v20200510.GetProductQuotaRequest;
import com.aliyuncs.quotas.model.v20200510.ListProductQuotasRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Quotas;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.PagedReader;
import dev.shareimage.cloud.aliyun.rpc.Product;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@link Quotas} through the API of Quota Center.
 *
 * <p>The quota has a documented code. If that code is unknown, the quota is found by the words in its name, in English
 * or Chinese. A name with an image and sharing, but without accounts, counts something else.
 */
record AliyunQuotas(Calls calls) implements Quotas {

    private static final String CODE = "q_user-per-image-shared-user-count";

    /** It is inferred from similar quotas that this one belongs to a region. */
    private static final String DIMENSION = "regionId";

    private static final List<String> IMAGE = List.of("image", "镜像");
    private static final List<String> CUSTOM = List.of("custom", "自定义");
    private static final List<String> SHARE = List.of("share", "sharing", "共享");
    private static final List<String> ACCOUNT = List.of("account", "user", "账号", "帐号", "账户", "用户");

    @Override
    public OptionalInt accountsPerImage(RegionId region) throws CloudException {
        Optional<Integer> byCode = byCode(region);
        return byCode.isPresent() ? OptionalInt.of(byCode.get()) : byName(region, AliyunQuotas::countsAccounts);
    }

    @Override
    public OptionalInt imagesPerRegion(RegionId region) throws CloudException {
        return byName(region, AliyunQuotas::countsImages);
    }

    /** The quota with the documented code; empty if the code is unknown. The error for that is not documented. */
    private Optional<Integer> byCode(RegionId region) throws CloudException {
        GetProductQuotaRequest.Dimensions dimension = new GetProductQuotaRequest.Dimensions();
        dimension.setKey(DIMENSION);
        dimension.setValue(region.value());
        GetProductQuotaRequest request = new GetProductQuotaRequest();
        request.setProductCode("ecs");
        request.setQuotaActionCode(CODE);
        request.setDimensionss(List.of(dimension));
        try {
            return calls.make(Call.regional(Product.QUOTAS, region, request, region.value()))
                    .object("Quota")
                    .count("TotalQuota");
        } catch (CloudException e) {
            if (e.kind() == Kind.NOT_FOUND || e.kind() == Kind.REFUSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private OptionalInt byName(RegionId region, Predicate<String> wanted) throws CloudException {
        for (ApiResponse quota : PagedReader.allTokened(token -> page(region, token), "Quotas", "Quota")) {
            Optional<Integer> total = quota.count("TotalQuota");
            if (total.isPresent() && wanted.test(name(quota))) {
                return OptionalInt.of(total.get());
            }
        }
        return OptionalInt.empty();
    }

    private ApiResponse page(RegionId region, @Nullable String token) throws CloudException {
        ListProductQuotasRequest.Dimensions dimension = new ListProductQuotasRequest.Dimensions();
        dimension.setKey(DIMENSION);
        dimension.setValue(region.value());
        ListProductQuotasRequest request = new ListProductQuotasRequest();
        request.setProductCode("ecs");
        request.setDimensionss(List.of(dimension));
        request.setMaxResults(PagedReader.PAGE_SIZE);
        if (token != null) {
            request.setNextToken(token);
        }
        return calls.make(Call.regional(Product.QUOTAS, region, request, region.value()));
    }

    private static String name(ApiResponse quota) throws CloudException {
        return quota.textIfAny("QuotaName").orElse("").toLowerCase(Locale.ROOT);
    }

    private static boolean countsAccounts(String name) {
        return has(name, IMAGE) && has(name, SHARE) && has(name, ACCOUNT);
    }

    private static boolean countsImages(String name) {
        return has(name, IMAGE) && has(name, CUSTOM) && !has(name, SHARE);
    }

    private static boolean has(String name, List<String> words) {
        return words.stream().anyMatch(name::contains);
    }
}
