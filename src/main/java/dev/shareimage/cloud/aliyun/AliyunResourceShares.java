package dev.shareimage.cloud.aliyun;

import com.aliyuncs.CommonRequest;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ResourceShare;
import dev.shareimage.cloud.ResourceShares;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.PagedReader;
import dev.shareimage.cloud.aliyun.rpc.Product;
import dev.shareimage.cloud.aliyun.rpc.RetryPolicy;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link ResourceShares} through the API of Resource Sharing.
 *
 * <p>No public repository has the vendor's SDK for this product, so this class uses the core's untyped requests. Typed
 * requests can replace them here without other changes.
 */
record AliyunResourceShares(Calls calls) implements ResourceShares {

    /** The type of resource, in requests and answers. */
    private static final String IMAGE = "Image";

    @Override
    public List<ResourceShare> named(RegionId region, String name) throws CloudException {
        List<ResourceShare> shares = new ArrayList<>();
        for (ApiResponse item : PagedReader.allTokened(
                token -> {
                    CommonRequest request = request("ListResourceShares");
                    request.putQueryParameter("ResourceOwner", "Self");
                    request.putQueryParameter("ResourceShareName", name);
                    return list(region, request, name, token);
                },
                "ResourceShares",
                "ResourceShare")) {
            if (item.text("ResourceShareName").equals(name)) {
                shares.add(share(item));
            }
        }
        return shares;
    }

    @Override
    public List<Association> ofImage(RegionId region, ImageId image) throws CloudException {
        List<Association> associations = new ArrayList<>();
        for (ApiResponse item : PagedReader.allTokened(
                token -> {
                    CommonRequest request = request("ListResourceShareAssociations");
                    request.putQueryParameter("AssociationType", "Resource");
                    request.putQueryParameter("ResourceId", image.value());
                    return list(region, request, image.value(), token);
                },
                "ResourceShareAssociations",
                "ResourceShareAssociation")) {
            associations.add(AssociationReader.read(item));
        }
        return associations;
    }

    /** {@inheritDoc} There is no parameter for the type of resource. */
    @Override
    public List<Association> ofImages(RegionId region) throws CloudException {
        List<Association> associations = new ArrayList<>();
        for (ApiResponse item : all(region, "Resource")) {
            if (item.textIfAny("EntityType").orElse(IMAGE).equals(IMAGE)) {
                associations.add(AssociationReader.read(item));
            }
        }
        return associations;
    }

    @Override
    public List<Association> targets(RegionId region) throws CloudException {
        List<Association> associations = new ArrayList<>();
        for (ApiResponse item : all(region, "Target")) {
            associations.add(AssociationReader.read(item));
        }
        return associations;
    }

    private List<ApiResponse> all(RegionId region, String type) throws CloudException {
        return PagedReader.allTokened(
                token -> {
                    CommonRequest request = request("ListResourceShareAssociations");
                    request.putQueryParameter("AssociationType", type);
                    return list(region, request, region.value(), token);
                },
                "ResourceShareAssociations",
                "ResourceShareAssociation");
    }

    @Override
    public List<Association> targetsOf(RegionId region, Collection<String> resourceShareIds) throws CloudException {
        return associations(region, "Target", List.copyOf(resourceShareIds));
    }

    @Override
    public List<Association> resourcesOf(RegionId region, Collection<String> resourceShareIds) throws CloudException {
        return associations(region, "Resource", List.copyOf(resourceShareIds));
    }

    private List<Association> associations(RegionId region, String type, List<String> ids) throws CloudException {
        List<Association> associations = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += MAX_TARGETS_PER_CALL) {
            List<String> some = ids.subList(start, Math.min(ids.size(), start + MAX_TARGETS_PER_CALL));
            for (ApiResponse item : PagedReader.allTokened(
                    token -> {
                        CommonRequest request = request("ListResourceShareAssociations");
                        request.putQueryParameter("AssociationType", type);
                        number(request, "ResourceShareIds", some);
                        return list(region, request, String.join(",", some), token);
                    },
                    "ResourceShareAssociations",
                    "ResourceShareAssociation")) {
                associations.add(AssociationReader.read(item));
            }
        }
        return associations;
    }

    @Override
    public List<ReceivedResource> receivedImages(RegionId region) throws CloudException {
        List<ReceivedResource> received = new ArrayList<>();
        for (ApiResponse item : PagedReader.allTokened(
                token -> {
                    CommonRequest request = request("ListSharedResources");
                    request.putQueryParameter("ResourceOwner", "OtherAccounts");
                    request.putQueryParameter("ResourceType", IMAGE);
                    return list(region, request, "received images", token);
                },
                "SharedResources",
                "SharedResource")) {
            received.add(new ReceivedResource(
                    item.value("ResourceId", ImageId::new),
                    item.text("ResourceShareId"),
                    item.timeOrNull("CreateTime")));
        }
        return received;
    }

    @Override
    public ResourceShare create(RegionId region, String name, ImageId image, Collection<String> targets)
            throws CloudException {
        CommonRequest request = request("CreateResourceShare");
        request.putQueryParameter("ResourceShareName", name);
        request.putQueryParameter("AllowExternalTargets", "false");
        image(request, image);
        number(request, "Targets", few(targets));
        Call call = call(region, request, name + " " + image).retry(RetryPolicy.IF_NOT_DONE);
        return share(calls.make(call).object("ResourceShare"));
    }

    @Override
    public void associateTargets(RegionId region, String resourceShareId, Collection<String> targets)
            throws CloudException {
        CommonRequest request = ofShare("AssociateResourceShare", resourceShareId);
        number(request, "Targets", few(targets));
        calls.make(call(region, request, resourceShareId + " " + String.join(",", targets)));
    }

    @Override
    public void associateImage(RegionId region, String resourceShareId, ImageId image) throws CloudException {
        CommonRequest request = ofShare("AssociateResourceShare", resourceShareId);
        image(request, image);
        calls.make(call(region, request, resourceShareId + " " + image));
    }

    @Override
    public void disassociateTargets(RegionId region, String resourceShareId, Collection<String> targets)
            throws CloudException {
        CommonRequest request = ofShare("DisassociateResourceShare", resourceShareId);
        number(request, "Targets", few(targets));
        calls.make(call(region, request, resourceShareId + " " + String.join(",", targets)));
    }

    @Override
    public void delete(RegionId region, String resourceShareId) throws CloudException {
        calls.make(call(region, ofShare("DeleteResourceShare", resourceShareId), resourceShareId));
    }

    @Override
    public boolean sharingWithDirectoryEnabled(RegionId region) throws CloudException {
        ApiResponse answer = calls.make(call(region, request("CheckSharingWithResourceDirectoryStatus"), ""));
        return answer.flag("EnableSharingWithRd")
                .orElseThrow(() -> answer.malformed("EnableSharingWithRd", "is missing"));
    }

    private static CommonRequest request(String action) {
        return Call.untyped("ResourceSharing", "2020-01-10", action);
    }

    private static CommonRequest ofShare(String action, String resourceShareId) {
        CommonRequest request = request(action);
        request.putQueryParameter("ResourceShareId", resourceShareId);
        return request;
    }

    private static void image(CommonRequest request, ImageId image) {
        request.putQueryParameter("Resources.1.ResourceId", image.value());
        request.putQueryParameter("Resources.1.ResourceType", IMAGE);
    }

    private static void number(CommonRequest request, String name, List<String> values) {
        for (int index = 0; index < values.size(); index++) {
            request.putQueryParameter(name + "." + (index + 1), values.get(index));
        }
    }

    private static List<String> few(Collection<String> targets) {
        if (targets.isEmpty() || targets.size() > MAX_TARGETS_PER_CALL) {
            throw new IllegalArgumentException("1 to " + MAX_TARGETS_PER_CALL + " targets, not " + targets.size());
        }
        return List.copyOf(targets);
    }

    private ApiResponse list(RegionId region, CommonRequest request, String target, @Nullable String token)
            throws CloudException {
        request.putQueryParameter("MaxResults", String.valueOf(PagedReader.PAGE_SIZE));
        if (token != null) {
            request.putQueryParameter("NextToken", token);
        }
        return calls.make(call(region, request, target));
    }

    private static Call call(RegionId region, CommonRequest request, String target) {
        return Call.regional(Product.RESOURCE_SHARING, region, request.buildRequest(), target);
    }

    private static ResourceShare share(ApiResponse answer) throws CloudException {
        return new ResourceShare(
                answer.text("ResourceShareId"),
                answer.text("ResourceShareName"),
                answer.text("ResourceShareStatus"),
                answer.timeOrNull("CreateTime"));
    }
}
