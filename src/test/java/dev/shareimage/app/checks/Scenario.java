package dev.shareimage.app.checks;

import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.run.ReportText;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A change to a cloud in which an encrypted image is ready to be shared with an account, and the findings that change
 * with it.
 */
record Scenario(String name, Consumer<ServiceFixture> change, ShareRequest request, String difference) {

    /** Shares the encrypted image with account 2000000000000001. */
    static final ShareRequest USUAL =
            ServiceFixture.share(ServiceFixture.ENCRYPTED, ServiceFixture.toAccounts(ServiceFixture.account(1)));

    static Scenario usual(String name, Consumer<ServiceFixture> change, String difference) {
        return new Scenario(name, change, USUAL, difference);
    }

    /** The findings, one on each line. */
    List<String> findings() throws CloudException {
        try (ServiceFixture fixture = new ServiceFixture()) {
            fixture.cloud
                    .roles()
                    .existsWithTrust(
                            ServiceFixture.trusting(ServiceFixture.account(1)).json());
            change.accept(fixture);
            List<Finding> findings = fixture.service.share(request).preview().checks();
            return findings.stream().map(ReportText::of).toList();
        }
    }

    /** The findings that are added or removed by the change, in the order of the checks. */
    String differenceFrom(List<String> usual) throws CloudException {
        List<String> now = findings();
        List<String> lines = new ArrayList<>();
        usual.stream().filter(line -> !now.contains(line)).forEach(line -> lines.add("- " + heading(line)));
        now.stream().filter(line -> !usual.contains(line)).forEach(lines::add);
        return String.join("\n", lines);
    }

    /** Removed findings show only the verdict and the check. */
    private static String heading(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    static ShareRequest images(ImageId... images) {
        return new ShareRequest(
                FakeCloud.HONGKONG,
                Arrays.asList(images),
                ServiceFixture.toAccounts(ServiceFixture.account(1)),
                List.of(),
                false,
                true);
    }

    @Override
    public String toString() {
        return name;
    }
}
