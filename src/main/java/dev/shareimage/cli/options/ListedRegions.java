package dev.shareimage.cli.options;

import dev.shareimage.domain.RegionCatalogue;
import java.util.Iterator;

/** The regions that a shell proposes; they are read only when it asks. */
public final class ListedRegions implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return RegionCatalogue.load().regions().stream()
                .map(region -> region.id().value())
                .iterator();
    }
}
