package dev.shareimage.app.query;

import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.Failure;
import dev.shareimage.app.PresentTrust;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The present trust of the role. */
class TrustReportTest {

    private final ServiceFixture fixture = new ServiceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void hands_over_the_policy_as_it_is() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(2), account(3)).json());

        assertThat(fixture.service.presentTrust())
                .isEqualTo(new PresentTrust(trusting(account(2), account(3)), null, List.of(), null));
    }

    @Test
    void says_what_is_wrong_in_it() throws CloudException {
        fixture.cloud.roles().existsWithTrust("""
                {"Version":"1","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                 "Principal":{"Service":"*@ecs.aliyuncs.com"}}]}
                """);

        assertThat(fixture.service.presentTrust().warnings())
                .containsExactly(
                        "CRITICAL: statement 1 of the role's trust policy lets the ECS service of every account in"
                                + " the world use your keys (*@ecs.aliyuncs.com without an effective condition)");
    }

    @Test
    void names_the_command_that_creates_a_missing_role() throws CloudException {
        assertThat(fixture.service.presentTrust())
                .isEqualTo(new PresentTrust(
                        null,
                        null,
                        List.of(),
                        new Failure(
                                Kind.REFUSED,
                                "EntityNotExist.Role",
                                "role AliyunECSShareEncryptImageDefaultRole is missing",
                                null,
                                "share-image create-role --accounts UID,…")));
    }

    @Test
    void says_that_the_policy_cannot_be_understood() throws CloudException {
        fixture.cloud.roles().existsWithTrust("[]");

        PresentTrust present = fixture.service.presentTrust();

        Failure failure = present.failure();
        assertThat(present.policy()).isNull();
        assertThat(present.unreadable()).isEqualTo("[]");
        assertThat(failure).extracting(Failure::code).isEqualTo("MalformedTrustPolicy");
        assertThat(failure)
                .extracting(Failure::message)
                .isEqualTo("the role's trust policy is unreadable (it has no list of statements)");
    }

    @Test
    void fails_where_the_role_may_not_be_read() {
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));

        assertThatThrownBy(() -> fixture.service.presentTrust())
                .isInstanceOfSatisfying(
                        CloudException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.NOT_PERMITTED));
    }
}
