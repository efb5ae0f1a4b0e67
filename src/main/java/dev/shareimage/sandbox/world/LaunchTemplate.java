package dev.shareimage.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A launch template: parameters of a launch, in numbered versions.
 *
 * @param defaultVersion the number of the version that a launch takes if it names none
 */
public record LaunchTemplate(
        String region,
        String id,
        String ownerId,
        String name,
        List<Version> versions,
        int defaultVersion,
        Instant created)
        implements Entity {

    public LaunchTemplate {
        versions = List.copyOf(versions);
    }

    /** The parameters of one version, by their names in the call. */
    public record Version(int number, List<Tag> parameters) {

        public Version {
            parameters = List.copyOf(parameters);
        }
    }

    @Override
    public String key() {
        return region + "/" + id;
    }

    /** The version of that number. */
    public Optional<Version> version(int number) {
        return versions.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The number of the newest version. */
    public int latestVersion() {
        return versions.get(versions.size() - 1).number();
    }

    /** The same with a new version of these parameters. */
    public LaunchTemplate withVersion(List<Tag> parameters) {
        List<Version> more = new ArrayList<>(versions);
        more.add(new Version(latestVersion() + 1, parameters));
        return new LaunchTemplate(region, id, ownerId, name, more, defaultVersion, created);
    }
}
