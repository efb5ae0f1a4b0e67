package dev.shareimage.cloud.aliyun.rpc;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import dev.shareimage.domain.RegionId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A call to make.
 *
 * @param request the SDK's request; each attempt copies it
 * @param target what the call is about, in a word, for the audit log
 * @param atInternationalSite whether it goes to the international site of a product with two sites
 * @param address another address than the product's own host, unless an option names one; or null
 */
public record Call(
        Product product,
        RegionId region,
        AcsRequest<?> request,
        String target,
        RetryPolicy retryPolicy,
        boolean atInternationalSite,
        @Nullable URI address) {

    /** The region of calls that take no region. */
    static final RegionId CENTRAL = new RegionId("cn-hangzhou");

    /** A call to a product that is the same in all regions. */
    public static Call central(Product product, AcsRequest<?> request, String target) {
        return new Call(product, CENTRAL, request, target, RetryPolicy.FREELY, false, null);
    }

    /** A call to the ECS of a region. */
    public static Call ecs(RegionId region, AcsRequest<?> request, String target) {
        return regional(Product.ECS, region, request, target);
    }

    /**
     * A call to the product of a region. It names the region, as the vendor's own client does, so that one address can
     * serve all regions.
     */
    public static Call regional(Product product, RegionId region, AcsRequest<?> request, String target) {
        request.putQueryParameter("RegionId", region.value());
        return new Call(product, region, request, target, RetryPolicy.FREELY, false, null);
    }

    /** A request to a product without an SDK of its own. */
    public static CommonRequest untyped(String product, String version, String action) {
        CommonRequest request = new CommonRequest();
        request.setSysProduct(product);
        request.setSysVersion(version);
        request.setSysAction(action);
        request.setSysMethod(MethodType.POST);
        request.setSysAccept(FormatType.JSON);
        return request;
    }

    public Call retry(RetryPolicy rule) {
        return new Call(product, region, request, target, rule, atInternationalSite, address);
    }

    /** The same call to another address; null for the product's own. */
    public Call at(@Nullable URI other) {
        return new Call(product, region, request, target, retryPolicy, atInternationalSite, other);
    }

    /** The same call to the host of the vendor's international site. */
    public Call international() {
        return new Call(product, region, request, target, retryPolicy, true, address);
    }

    String action() {
        return request.getSysActionName();
    }
}
