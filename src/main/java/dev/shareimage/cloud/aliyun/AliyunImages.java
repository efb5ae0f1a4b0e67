package dev.shareimage.cloud.aliyun;

import com.aliyuncs.ecs.model.v20140526.DescribeImagesRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeSnapshotsRequest;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.Images;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.PageTally.ListShape;
import dev.shareimage.cloud.aliyun.rpc.PagedReader;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link Images} by ECS. */
record AliyunImages(Calls calls) implements Images {

    /** All that there are; the cloud shows available images alone unless it is told. */
    private static final String EVERY_STATUS = "Creating,Waiting,Available,UnAvailable,CreateFailed,Deprecated";

    @Override
    public Optional<Image> find(RegionId region, ImageId image) throws CloudException {
        DescribeImagesRequest request = request(1);
        request.setImageId(image.value());
        try {
            ApiResponse answer = calls.make(Call.ecs(region, request, image.value()));
            for (ApiResponse item : answer.list("Images", "Image")) {
                if (item.text("ImageId").equals(image.value())) {
                    return Optional.of(image(item));
                }
            }
            if (answer.count("TotalCount").orElse(0) > 0) {
                throw answer.malformed("Images", "lacks the image that TotalCount counts");
            }
            return Optional.empty();
        } catch (CloudException e) {
            if (e.code().equals("InvalidImageId.NotFound")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void forEachOwned(RegionId region, Consumer<List<Image>> page) throws CloudException {
        PagedReader.numbered(
                number -> {
                    DescribeImagesRequest request = request(number);
                    request.setImageOwnerAlias("self");
                    return calls.make(Call.ecs(region, request, "page " + number));
                },
                new ListShape("Images", "Image", "ImageId"),
                items -> {
                    List<Image> images = new ArrayList<>();
                    for (ApiResponse item : items) {
                        images.add(image(item));
                    }
                    page.accept(images);
                });
    }

    private static DescribeImagesRequest request(int page) {
        DescribeImagesRequest request = new DescribeImagesRequest();
        request.setStatus(EVERY_STATUS);
        request.setPageNumber(page);
        request.setPageSize(PagedReader.SIZE);
        return request;
    }

    @Override
    public List<Snapshot> snapshots(RegionId region, Collection<String> snapshotIds) throws CloudException {
        List<String> ids = List.copyOf(new LinkedHashSet<>(snapshotIds));
        List<Snapshot> snapshots = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += PagedReader.SIZE) {
            List<String> some = ids.subList(start, Math.min(ids.size(), start + PagedReader.SIZE));
            for (ApiResponse item : snapshotsOf(region, some)) {
                snapshots.add(snapshot(item));
            }
        }
        return snapshots;
    }

    private List<ApiResponse> snapshotsOf(RegionId region, List<String> ids) throws CloudException {
        ArrayNode array = Json.array();
        ids.forEach(array::add);
        String written = Json.write(array);
        return PagedReader.allNumbered(
                number -> {
                    DescribeSnapshotsRequest request = new DescribeSnapshotsRequest();
                    request.setSnapshotIds(written);
                    request.setPageNumber(number);
                    request.setPageSize(PagedReader.SIZE);
                    return calls.make(Call.ecs(region, request, String.join(",", ids)));
                },
                new ListShape("Snapshots", "Snapshot", "SnapshotId"));
    }

    private static Image image(ApiResponse answer) throws CloudException {
        List<Image.Disk> disks = new ArrayList<>();
        // DescribeImages has none yet of an image that is being made; such an image is not taken for a plain one.
        for (ApiResponse disk :
                answer.optionalList("DiskDeviceMappings", "DiskDeviceMapping").orElse(List.of())) {
            disks.add(new Image.Disk(
                    disk.textIfAny("SnapshotId").orElse(null),
                    disk.flag("Encrypted").orElse(null)));
        }
        return new Image(
                answer.value("ImageId", ImageId::new),
                answer.textIfAny("ImageName").orElse(""),
                answer.textIfAny("ImageOwnerAlias").orElse(""),
                answer.valueOrNull("ImageOwnerId", AccountId::new),
                answer.text("Status"),
                answer.flag("IsPublic").orElse(false),
                answer.textIfAny("ProductCode").orElse(null),
                disks);
    }

    private static Snapshot snapshot(ApiResponse answer) throws CloudException {
        Optional<String> key = answer.textIfAny("KMSKeyId");
        return new Snapshot(
                answer.text("SnapshotId"),
                answer.flag("Encrypted").orElse(key.isPresent()),
                key.isPresent() ? answer.value("KMSKeyId", KeyId::new) : null);
    }
}
