package dev.shareimage.app.query;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.DirectoryMembersReader;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.StateReader;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Directory.Organization;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.trust.DirectoryMembers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What a report reads about an account and its images.
 *
 * @param role the role, with the members of the directories that it trusts if they could be read
 * @param notes a sentence for each image that was deleted meanwhile
 * @param unread the regions whose images could not be read, and why
 */
record AccountReads(
        CallerIdentity caller,
        RoleState role,
        ReadResult<DirectoryMembers> members,
        ReadResult<Optional<Organization>> organization,
        List<ImageState> images,
        List<String> notes,
        Map<RegionId, CloudException> unread) {

    /**
     * Reads all of it. Reads that do not depend on others are made concurrently.
     *
     * @throws CloudException if no region could be read, or if required data is missing
     */
    static AccountReads of(RunContext run, ListRequest request) throws CloudException {
        CompletableFuture<ReadResult<CallerIdentity>> caller =
                run.parallel().read(() -> run.cloud().identity().caller());
        CompletableFuture<RoleState> role = new StateReader(
                        run.cloud(), run.parallel(), request.images().regions().get(0))
                .roleLater();
        CompletableFuture<ReadResult<Optional<Organization>>> organization =
                run.parallel().read(() -> run.cloud().directory().organization());
        ListedImages listing = new ListedImages(run, request);
        List<ImageState> images = listing.read();
        CallerIdentity identity = Parallel.await(caller).require();
        ListedImages.requireUnlessForbidden(Parallel.await(role).role());
        ReadResult<DirectoryMembers> members = new DirectoryMembersReader(run.cloud(), run.parallel()).read();
        return new AccountReads(
                identity,
                Parallel.await(role).withMembers(members),
                members,
                Parallel.await(organization),
                images,
                listing.notes(),
                listing.unread());
    }

    /** The account's resource directory; empty if it has none, or if it could not be read. */
    Optional<DirectoryId> directory() {
        return organization.known().flatMap(own -> own).map(Organization::id);
    }
}
