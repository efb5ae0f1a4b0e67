package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.answer.Wildcards;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The images that a call requests. */
final class ImageQuery {

    private static final Set<String> OWNER_ALIASES = Set.of("system", "self", "others", "marketplace");
    private static final Set<String> OS_TYPES = Set.of("windows", "linux");
    private static final Set<String> ARCHITECTURES = Set.of("i386", "x86_64", "arm64");
    private static final Set<String> STATUSES =
            Set.of("Creating", "Waiting", "Available", "UnAvailable", "CreateFailed", "Deprecated");
    private static final Set<String> ACTION_TYPES = Set.of("CreateEcs", "ChangeOS");
    private static final Set<String> USAGES = Set.of("instance", "none");

    private final Images images;
    private final String accountId;
    private Predicate<Image> wanted = image -> true;
    private Optional<Set<String>> ids = Optional.empty();

    private ImageQuery(Images images, String accountId) {
        this.images = images;
        this.accountId = accountId;
    }

    static ImageQuery of(Call call, Region region) throws ApiError {
        ImageQuery query =
                new ImageQuery(new Images(call, region), call.caller().accountId());
        query.read(call.parameters());
        return query;
    }

    List<Image> run() {
        return ids.map(images::named).orElseGet(images::all).filter(wanted).toList();
    }

    private void read(Parameters parameters) throws ApiError {
        boolean communityToo = Switches.isOn(parameters, "IsPublic")
                || parameters.find("ImageId").isPresent();
        Set<String> sharedByOrganization = images.sharedByOrganization();
        wanted = image -> isVisible(image, communityToo, sharedByOrganization);
        List<String> statuses = parameters.find("Status").map(ImageQuery::split).orElse(List.of("Available"));
        narrow(image -> statuses.contains(image.status()));
        ids = parameters.find("ImageId").map(ImageQuery::split).map(TreeSet::new);
        parameters.find("ImageName").ifPresent(pattern -> narrow(image -> Wildcards.matches(pattern, image.name())));
        parameters
                .find("ImageFamily")
                .ifPresent(family -> narrow(image -> family.equals(ImageFamilies.nameOf(image, accountId))));
        parameters.find("ImageOwnerId").ifPresent(owner -> narrow(image -> image.isOwnedBy(owner)));
        parameters.find("SnapshotId").ifPresent(id -> narrow(image -> isMadeOf(image, id)));
        parameters.find("Usable").ifPresent(usable -> narrow(image -> isUsable(image) == Switches.isTrue(usable)));
        requireForm(parameters, statuses);
        requireInstanceType(parameters);
        // There are no resource groups, and all images support cloud-init and I/O optimization.
        boolean wantsOthers = parameters.find("ResourceGroupId").isPresent()
                || isOff(parameters, "IsSupportCloudinit")
                || isOff(parameters, "IsSupportIoOptimized");
        narrow(image -> !wantsOthers);
        readSystem(parameters);
        readUsage(parameters);
        readOwnerAlias(parameters);
        TagFilter tags = TagFilter.of(parameters);
        narrow(image -> tags.matches(images.visibleTags(image)));
        TimeFilter times = TimeFilter.of(parameters);
        narrow(image -> times.includes(image.created()));
    }

    private void readSystem(Parameters parameters) throws ApiError {
        Optional<String> type = parameters.find("OSType");
        if (!type.map(OS_TYPES::contains).orElse(true)) {
            throw new ApiError(404, "InvalidOSType", "The specified OSType is not valid.");
        }
        type.ifPresent(wantedType -> narrow(image -> wantedType.equals("linux")));
        Optional<String> architecture = parameters.find("Architecture");
        if (!architecture.map(ARCHITECTURES::contains).orElse(true)) {
            throw new ApiError(404, "InvalidArchitecture", "The specified Architecture is not valid.");
        }
        architecture.ifPresent(wantedArchitecture -> narrow(image -> wantedArchitecture.equals("x86_64")));
    }

    private static boolean isOff(Parameters parameters, String name) {
        return parameters.find(name).isPresent() && !Switches.isOn(parameters, name);
    }

    private static void requireForm(Parameters parameters, List<String> statuses) throws ApiError {
        boolean known = STATUSES.containsAll(statuses)
                && parameters.find("ActionType").map(ACTION_TYPES::contains).orElse(true)
                && parameters
                        .find("ImageOwnerId")
                        .map(id -> id.matches("[0-9]{1,19}"))
                        .orElse(true);
        if (!known) {
            throw new ApiError(400, "InvalidParamter", "Invalid Parameter.");
        }
    }

    private static void requireInstanceType(Parameters parameters) throws ApiError {
        if (!parameters
                .find("InstanceType")
                .map(type -> type.matches("ecs\\.[^.]+\\..+"))
                .orElse(true)) {
            throw new ApiError(
                    400,
                    "InvalidInstanceType.ValueNotSupported",
                    "The specified InstanceType does not exist or beyond the permitted range.");
        }
    }

    private void readUsage(Parameters parameters) throws ApiError {
        Optional<String> usage = parameters.find("Usage");
        if (!usage.map(USAGES::contains).orElse(true)) {
            throw new ApiError(404, "InvalidUsage", "The specified Usage is not valid.");
        }
        usage.ifPresent(wantedUsage -> narrow(image -> wantedUsage.equals(images.usage(image))));
    }

    private void readOwnerAlias(Parameters parameters) throws ApiError {
        String alias = parameters.find("ImageOwnerAlias").orElse("");
        if (alias.isEmpty()) {
            return;
        }
        if (!OWNER_ALIASES.contains(alias)) {
            throw new ApiError(
                    400,
                    "InvalidImageOwnerAlias.ValueNotSupported",
                    "The specified ImageOwnerAlias value is not supported.");
        }
        narrow(image -> OwnerAlias.of(image, accountId).equals(alias));
    }

    private boolean isVisible(Image image, boolean communityToo, Set<String> sharedByOrganization) {
        return image.vendor() != null
                || image.isOwnedBy(accountId)
                || image.community() && communityToo
                || image.shareWith(accountId).isPresent()
                || sharedByOrganization.contains(image.id());
    }

    private void narrow(Predicate<Image> condition) {
        wanted = wanted.and(condition);
    }

    /** Assumed: an image can be used while it is available. */
    static boolean isUsable(Image image) {
        return image.status().equals("Available");
    }

    private static boolean isMadeOf(Image image, String snapshotId) {
        return image.disks().stream().anyMatch(disk -> disk.snapshotId().equals(snapshotId));
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split(",")).map(String::trim).toList();
    }
}
