package dev.shareimage.app.state;

import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Directory.Member;
import dev.shareimage.cloud.Directory.Organization;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.DirectoryMembers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the members of the resource directory, once, and only if the trust of a target depends on them. */
public final class DirectoryMembersReader {

    private final Cloud cloud;
    private final Parallel parallel;
    private @Nullable ReadResult<DirectoryMembers> members;

    public DirectoryMembersReader(Cloud cloud, Parallel parallel) {
        this.cloud = cloud;
        this.parallel = parallel;
    }

    /** Adds the members to the role if a target's trust depends on them. Otherwise returns the same role. */
    public RoleState complete(RoleState role, Collection<? extends ShareTarget> targets) throws CloudException {
        boolean matters = targets.stream()
                .flatMap(target -> role.decide(target).stream())
                .anyMatch(decision -> decision.trusted() == null);
        return matters ? role.withMembers(read()) : role;
    }

    /** The members; unknown if the caller is in no directory. */
    public ReadResult<DirectoryMembers> read() throws CloudException {
        if (members == null) {
            members = readNow();
        }
        return members;
    }

    private ReadResult<DirectoryMembers> readNow() throws CloudException {
        CompletableFuture<ReadResult<Optional<Organization>>> organization =
                parallel.read(() -> cloud.directory().organization());
        CompletableFuture<ReadResult<List<Member>>> members =
                parallel.read(() -> cloud.directory().members());
        return joined(Parallel.await(organization), Parallel.await(members));
    }

    private static ReadResult<DirectoryMembers> joined(
            ReadResult<Optional<Organization>> organization, ReadResult<List<Member>> members) {
        if (organization.known().isEmpty()) {
            return new ReadResult<>(null, organization.failure());
        }
        return organization
                .known()
                .get()
                .map(own -> members.map(list -> of(own, list)))
                .orElse(ReadResult.of(DirectoryMembers.unknown()));
    }

    private static DirectoryMembers of(Organization organization, List<Member> members) {
        return DirectoryMembers.of(
                organization.id(),
                organization.managementAccount(),
                members.stream().collect(Collectors.toMap(Member::account, Member::path, (one, same) -> one)));
    }
}
