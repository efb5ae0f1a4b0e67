package dev.shareimage.sandbox;

import dev.shareimage.sandbox.directory.DirectoryApi;
import dev.shareimage.sandbox.ecs.EcsApi;
import dev.shareimage.sandbox.iam.RamApi;
import dev.shareimage.sandbox.iam.StsApi;
import dev.shareimage.sandbox.kms.KmsApi;
import dev.shareimage.sandbox.quotas.QuotasApi;
import dev.shareimage.sandbox.sharing.ResourceSharingApi;
import dev.shareimage.sandbox.wire.Catalog;
import java.util.List;

/** The products of the sandbox. */
final class Products {

    private Products() {}

    static Catalog catalog() {
        return new Catalog(List.of(
                new EcsApi(),
                new RamApi(),
                new StsApi(),
                new KmsApi(),
                new ResourceSharingApi(),
                new DirectoryApi(),
                new QuotasApi()));
    }
}
