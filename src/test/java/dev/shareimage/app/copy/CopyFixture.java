package dev.shareimage.app.copy;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.fake.FakeCloud.SINGAPORE;

import dev.shareimage.app.Failure;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An encrypted image in Hong Kong, and a key in Singapore for its copies. */
final class CopyFixture implements AutoCloseable {

    static final ImageRef SOURCE = new ImageRef(HONGKONG, ServiceFixture.ENCRYPTED);
    static final String NAME = "name-of-m-encrypted1_from_cn-hongkong_m-encrypted1";

    final ServiceFixture service = new ServiceFixture();
    final List<String> ends = Collections.synchronizedList(new ArrayList<>());

    CopyFixture() {
        service.cloud.keys().put(SINGAPORE, "key-sg");
    }

    static CopyWish wish(String target) {
        return new CopyWish(SOURCE, CopyTarget.parse(target));
    }

    CopyState read(String target) throws CloudException {
        return new CopyReader(service.run, List.of(wish(target))).read().get(0);
    }

    PlannedCopy planned(String target) throws CloudException {
        return PlannedCopy.of(read(target), source());
    }

    Image source() throws CloudException {
        return service.cloud.images().find(HONGKONG, SOURCE.id()).orElseThrow();
    }

    /** Makes the copies. Their results are in {@link #ends}. */
    void make(PlannedCopy... copies) {
        new CopyRun(service.run, service.progress(), new Ends()).carryOut(List.of(copies));
    }

    List<Image> imagesIn(RegionId region) throws CloudException {
        List<Image> all = new ArrayList<>();
        service.cloud.images().forEachOwned(region, all::addAll);
        return all;
    }

    private final class Ends implements CopyListener {

        @Override
        public void begun(PlannedCopy copy, ImageRef image) {
            ends.add("begun " + image);
        }

        @Override
        public void otherKey(PlannedCopy copy, ImageRef image, KeyId used, KeyId requested) {
            ends.add("other-key " + image + " " + used + ", not " + requested);
        }

        @Override
        public void available(PlannedCopy copy, ImageRef image) {
            ends.add("available " + image);
        }

        @Override
        public void failed(PlannedCopy copy, Failure failure) {
            ends.add("failed " + copy.state().region() + " " + failure.code() + ": " + failure.message());
        }

        @Override
        public void pending(PlannedCopy copy, Failure reason) {
            ends.add("pending " + copy.state().region() + " " + reason.code());
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
