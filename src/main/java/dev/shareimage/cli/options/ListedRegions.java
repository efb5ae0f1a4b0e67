package dev.shareimage.cli.options;

import dev.shareimage.domain.RegionCatalog;
import java.util.Iterator;

/** The regions that completion proposes. They are read only for completion. */
public final class ListedRegions implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return RegionCatalog.load().regions().stream()
                .map(region -> region.id().value())
                .iterator();
    }
}
