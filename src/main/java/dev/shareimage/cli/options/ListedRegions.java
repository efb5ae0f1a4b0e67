package dev.shareimage.cli.options;

import dev.shareimage.domain.RegionCatalog;
import java.util.Iterator;

/** The regions that a shell proposes. They are read only when it asks. */
public final class ListedRegions implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return RegionCatalog.load().regions().stream()
                .map(region -> region.id().value())
                .iterator();
    }
}
