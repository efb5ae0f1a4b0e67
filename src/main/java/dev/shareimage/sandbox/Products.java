package dev.shareimage.sandbox;

import dev.shareimage.sandbox.iam.RamApi;
import dev.shareimage.sandbox.iam.StsApi;
import dev.shareimage.sandbox.wire.Catalogue;
import java.util.List;

/** The products that the sandbox plays. */
final class Products {

    private Products() {}

    static Catalogue catalogue() {
        return new Catalogue(List.of(new RamApi(), new StsApi()));
    }
}
