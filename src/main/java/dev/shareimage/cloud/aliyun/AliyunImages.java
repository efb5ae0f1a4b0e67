package dev.shareimage.cloud.aliyun;

import com.aliyuncs.ecs.model.v20140526.CopyImageRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeImagesRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeSnapshotsRequest;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CopyOrder;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.ImagePage;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link Images} through the API of ECS. */
record AliyunImages(Calls calls) implements Images {

    /** All states. Without them the cloud lists only available images. */
    private static final String EVERY_STATUS = "Creating,Waiting,Available,UnAvailable,CreateFailed,Deprecated";

    private static final String UNFINISHED = "Creating,Waiting";

    private static final int WHOLE = 100;

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
        forEach(region, "self", EVERY_STATUS, page);
    }

    @Override
    public ImagePage ownedPage(RegionId region, int number) throws CloudException {
        ApiResponse answer = page(region, "self", EVERY_STATUS, number);
        Optional<Integer> total = answer.count("TotalCount");
        return new ImagePage(
                images(answer.list("Images", "Image")),
                total.isPresent() ? OptionalInt.of(total.get()) : OptionalInt.empty());
    }

    @Override
    public void forEachReceived(RegionId region, Consumer<List<Image>> page) throws CloudException {
        forEach(
                region,
                "others",
                EVERY_STATUS,
                images -> page.accept(images.stream()
                        .filter(image -> image.ownerAlias().equals("others") && !image.publicImage())
                        .toList()));
    }

    @Override
    public List<Image> unfinished(RegionId region) throws CloudException {
        List<Image> all = new ArrayList<>();
        forEach(region, "self", UNFINISHED, all::addAll);
        return all;
    }

    private void forEach(RegionId region, String owner, String statuses, Consumer<List<Image>> page)
            throws CloudException {
        PagedReader.numbered(
                number -> page(region, owner, statuses, number),
                new ListShape("Images", "Image", "ImageId"),
                items -> page.accept(images(items)));
    }

    private ApiResponse page(RegionId region, String owner, String statuses, int number) throws CloudException {
        DescribeImagesRequest request = request(number);
        request.setStatus(statuses);
        request.setImageOwnerAlias(owner);
        return calls.make(Call.ecs(region, request, "page " + number));
    }

    private static List<Image> images(List<ApiResponse> items) throws CloudException {
        List<Image> images = new ArrayList<>();
        for (ApiResponse item : items) {
            images.add(image(item));
        }
        return images;
    }

    private static DescribeImagesRequest request(int page) {
        DescribeImagesRequest request = new DescribeImagesRequest();
        request.setStatus(EVERY_STATUS);
        request.setPageNumber(page);
        request.setPageSize(PagedReader.PAGE_SIZE);
        return request;
    }

    /** The SDK's class lacks the token (added to the API in 2025), so it is set by name. */
    @Override
    public ImageId copy(CopyOrder order) throws CloudException {
        CopyImageRequest request = new CopyImageRequest();
        request.setImageId(order.image().value());
        request.setDestinationRegionId(order.to().value());
        request.setDestinationImageName(order.name());
        request.setDestinationDescription(order.description());
        request.setEncrypted(true);
        request.setKMSKeyId(order.key().value());
        request.setTags(order.tags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> tag(tag.getKey(), tag.getValue()))
                .toList());
        request.putQueryParameter("ClientToken", order.token());
        return calls.make(Call.ecs(order.from(), request, order.image() + " " + order.to()))
                .value("ImageId", ImageId::new);
    }

    private static CopyImageRequest.Tag tag(String key, String value) {
        CopyImageRequest.Tag tag = new CopyImageRequest.Tag();
        tag.setKey(key);
        tag.setValue(value);
        return tag;
    }

    @Override
    public List<Snapshot> snapshots(RegionId region, Collection<String> snapshotIds) throws CloudException {
        List<String> ids = List.copyOf(new LinkedHashSet<>(snapshotIds));
        List<Snapshot> snapshots = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += MAX_SNAPSHOTS_PER_CALL) {
            List<String> some = ids.subList(start, Math.min(ids.size(), start + MAX_SNAPSHOTS_PER_CALL));
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
                    request.setPageSize(PagedReader.PAGE_SIZE);
                    return calls.make(Call.ecs(region, request, String.join(",", ids)));
                },
                new ListShape("Snapshots", "Snapshot", "SnapshotId"));
    }

    private static Image image(ApiResponse answer) throws CloudException {
        List<Image.Disk> disks = new ArrayList<>();
        // DescribeImages returns no snapshots for an image that is being created. Such an image must not count as
        // unencrypted.
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
                disks,
                answer.textIfAny("Progress").map(AliyunImages::percent).orElse(null),
                tags(answer),
                answer.textIfAny("ImageFamily")
                        .filter(family -> !family.isEmpty())
                        .orElse(null),
                answer.timeOrNull("CreationTime"));
    }

    /** The percentage; null if the text has another form. */
    private static @Nullable Integer percent(String progress) {
        String digits = progress.endsWith("%") ? progress.substring(0, progress.length() - 1) : progress;
        boolean number = !digits.isEmpty()
                && digits.length() <= 3
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? Integer.valueOf(Math.min(WHOLE, Integer.parseInt(digits))) : null;
    }

    private static Map<String, String> tags(ApiResponse answer) throws CloudException {
        Map<String, String> tags = new LinkedHashMap<>();
        for (ApiResponse tag : answer.optionalList("Tags", "Tag").orElse(List.of())) {
            tags.put(tag.text("TagKey"), tag.textIfAny("TagValue").orElse(""));
        }
        return tags;
    }

    private static Snapshot snapshot(ApiResponse answer) throws CloudException {
        Optional<String> key = answer.textIfAny("KMSKeyId");
        return new Snapshot(
                answer.text("SnapshotId"),
                answer.flag("Encrypted").orElse(key.isPresent()),
                key.isPresent() ? answer.value("KMSKeyId", KeyId::new) : null);
    }
}
