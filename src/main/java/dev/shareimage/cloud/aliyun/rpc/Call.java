package dev.shareimage.cloud.aliyun.rpc;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import dev.shareimage.domain.RegionId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A call that is to be made.
 *
 * @param request the SDK's request; it is only read, for every attempt anew
 * @param target what it is about, in a word, for the record of calls
 * @param atInternationalSite whether it goes to the international site of a product that has two
 * @param address where it goes instead of the product's own host, unless an option says otherwise; or null
 */
public record Call(
        Product product,
        RegionId region,
        AcsRequest<?> request,
        String target,
        RetryPolicy resend,
        boolean atInternationalSite,
        @Nullable URI address) {

    /** The region of calls that belong to none. */
    static final RegionId CENTRAL = new RegionId("cn-hangzhou");

    /** A call to a product that is the same everywhere. */
    public static Call central(Product product, AcsRequest<?> request, String target) {
        return new Call(product, CENTRAL, request, target, RetryPolicy.FREELY, false, null);
    }

    /** A call to a region's ECS. */
    public static Call ecs(RegionId region, AcsRequest<?> request, String target) {
        return regional(Product.ECS, region, request, target);
    }

    /**
     * A call to a region's product. It names the region, as the vendor's own client does with every product, so that one
     * address may stand for all regions.
     */
    public static Call regional(Product product, RegionId region, AcsRequest<?> request, String target) {
        request.putQueryParameter("RegionId", region.value());
        return new Call(product, region, request, target, RetryPolicy.FREELY, false, null);
    }

    /** A request of a product whose own SDK cannot be had. */
    public static CommonRequest untyped(String product, String version, String action) {
        CommonRequest request = new CommonRequest();
        request.setSysProduct(product);
        request.setSysVersion(version);
        request.setSysAction(action);
        request.setSysMethod(MethodType.POST);
        request.setSysAccept(FormatType.JSON);
        return request;
    }

    public Call resend(RetryPolicy rule) {
        return new Call(product, region, request, target, rule, atInternationalSite, address);
    }

    /** The same call to another address; null for the product's own. */
    public Call at(@Nullable URI other) {
        return new Call(product, region, request, target, resend, atInternationalSite, other);
    }

    /** The same call to the host of the vendor's international site. */
    public Call international() {
        return new Call(product, region, request, target, resend, true, address);
    }

    String action() {
        return request.getSysActionName();
    }
}
