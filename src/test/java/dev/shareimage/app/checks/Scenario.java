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
 * One way in which the cloud differs from one in which an encrypted image is ready to be shared with an account, and what
 * the checks then say differently.
 */
record Scenario(String name, Consumer<ServiceFixture> change, ShareRequest request, String difference) {

    /** Sharing the encrypted image with account 2000000000000001. */
    static final ShareRequest USUAL =
            ServiceFixture.share(ServiceFixture.ENCRYPTED, ServiceFixture.toAccounts(ServiceFixture.account(1)));

    static Scenario usual(String name, Consumer<ServiceFixture> change, String difference) {
        return new Scenario(name, change, USUAL, difference);
    }

    /** What the checks say, a line each. */
    List<String> findings() throws CloudException {
        try (ServiceFixture fixture = new ServiceFixture()) {
            fixture.cloud
                    .roles()
                    .stands(ServiceFixture.trusting(ServiceFixture.account(1)).json());
            change.accept(fixture);
            List<Finding> findings = fixture.service.share(request).preview().checks();
            return findings.stream().map(ReportText::of).toList();
        }
    }

    /** The lines that are more or fewer than usual, in the order of the checks. */
    String differenceFrom(List<String> usual) throws CloudException {
        List<String> now = findings();
        List<String> lines = new ArrayList<>();
        usual.stream().filter(line -> !now.contains(line)).forEach(line -> lines.add("- " + heading(line)));
        now.stream().filter(line -> !usual.contains(line)).forEach(lines::add);
        return String.join("\n", lines);
    }

    /** Of what is missing, the verdict and the check are enough. */
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
