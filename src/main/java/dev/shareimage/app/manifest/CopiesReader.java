package dev.shareimage.app.manifest;

import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the regions in which copies of images are wanted, each with or without the key of the copies. */
final class CopiesReader {

    /** More regions than the cloud has. */
    static final int MAX_REGIONS = 100;

    private final YamlEvents yaml;
    private final DocumentProblems problems;

    CopiesReader(YamlEvents yaml, DocumentProblems problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    /** Reads the value of {@code copies}. */
    List<CopyTarget> read() {
        Position at = yaml.position();
        List<CopyTarget> copies = new ArrayList<>();
        yaml.namedObject("copies", RegionId::new, region -> copies.add(new CopyTarget(new RegionId(region), key())));
        if (copies.size() > MAX_REGIONS) {
            problems.add(at, "copies names more than " + MAX_REGIONS + " regions");
            return List.of();
        }
        return copies;
    }

    private Optional<KeyId> key() {
        return yaml.empty() ? Optional.empty() : Optional.of(yaml.value("the key of a copy", KeyId::new));
    }
}
