package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of the owner tell the recipient to use {@code verify}, which lists the received images. */
class RecipientsWayTest {

    private static final String RECIPIENT = "2000000000000002";
    private static final String SHARING_ROLE = "AliyunECSShareEncryptImageDefaultRole";

    private static final String FOLDER = "rd-sbx001/r-root01/fd-products01/fd-japan00001";

    @TempDir
    Path home;

    @Test
    void commands_of_the_owner_send_a_recipient_to_verify_and_advise_no_role_in_the_wrong_account() {
        try (OwnerAndRecipient sides = shared(RECIPIENT)) {
            CommandLineRun.Outcome doctor =
                    sides.recipient("doctor", "--image-id", OwnerAndRecipient.IMAGE, "-o", "tsv");
            CommandLineRun.Outcome list = sides.recipient("list-shares");
            CommandLineRun.Outcome listed = sides.recipient("list-shares", "--image-id", OwnerAndRecipient.IMAGE);

            assertThat(doctor.exitCode()).isEqualTo(3);
            assertThat(doctor.out() + doctor.err())
                    .contains("image-owner", "share-image verify")
                    .doesNotContain("create-role", SHARING_ROLE);
            assertThat(list.err()).contains("no images of its own in cn-hongkong", "share-image verify");
            assertThat(listed.exitCode()).isEqualTo(3);
            assertThat(listed.err()).contains("not yours", "share-image verify");
        }
    }

    @Test
    void a_recipient_who_asks_the_doctor_is_sent_to_verify_whatever_they_ask() {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            CommandLineRun.Outcome unseen = sides.recipient(
                    "doctor", "--image-id", OwnerAndRecipient.IMAGE, "--accounts", "2000000000000003", "-o", "tsv");
            CommandLineRun.Outcome bare = sides.recipient("doctor", "-o", "tsv");

            assertThat(unseen.exitCode()).isEqualTo(3);
            assertThat(unseen.out()).contains("share-image verify").doesNotContain("create-role", SHARING_ROLE);
            assertThat(bare.exitCode()).isZero();
        }
    }

    @Test
    void an_account_without_the_role_for_sharing_is_told_that_only_an_owner_needs_it() {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            CommandLineRun.Outcome doctor = sides.recipient("doctor", "-o", "json");

            String fix = "share-image create-role --profile recipient";
            String others = ", but not to use images of others (share-image verify --profile recipient --region"
                    + " cn-hongkong)";
            assertThat(OwnerAndRecipient.json(doctor).path("checks").valueStream())
                    .filteredOn(check -> check.path("fix").isTextual())
                    .extracting(check -> check.path("status").asText() + " "
                            + check.path("id").asText() + ": "
                            + check.path("message").asText() + " | "
                            + check.path("fix").asText())
                    .map(line -> line.replaceAll(" --endpoint [^ ;]+", ""))
                    .containsExactly(
                            "warn role: role " + SHARING_ROLE
                                    + " is missing; an account needs it to share encrypted images of its own" + others
                                    + " | " + fix,
                            "warn policy: policy AliyunKMSFullAccess is not attached to the role; an account needs it to"
                                    + " share encrypted images of its own" + others + " | " + fix);
        }
    }

    @Test
    void received_images_are_listed_with_the_way_they_were_shared() {
        try (OwnerAndRecipient sides = shared(RECIPIENT)) {
            sides.owner("share", "--image-id", "m-hk0expiring00000001", "--folder", FOLDER, "--yes");
            CommandLineRun.Outcome outcome = sides.recipient("verify", "-o", "json");

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(OwnerAndRecipient.json(outcome).path("images").valueStream())
                    .anySatisfy(image -> {
                        assertThat(image.path("imageId").asText()).isEqualTo(OwnerAndRecipient.IMAGE);
                        assertThat(image.path("owner").asText()).isEqualTo("1000000000000001");
                        assertThat(image.path("through").asText()).isEqualTo("account");
                        assertThat(image.path("since").isNull()).isTrue();
                    })
                    .anySatisfy(image -> {
                        assertThat(image.path("through").asText()).isEqualTo("resource-share");
                        assertThat(image.path("resourceShareId").asText()).startsWith("rs-");
                        assertThat(image.path("since").asText()).startsWith("20");
                    });
        }
    }

    private OwnerAndRecipient shared(String recipient) {
        OwnerAndRecipient sides = new OwnerAndRecipient(home, recipient);
        CommandLineRun.Outcome outcome =
                sides.owner("share", "--image-id", OwnerAndRecipient.IMAGE, "--accounts", recipient, "--yes");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return sides;
    }
}
