package dev.shareimage.sandbox.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.SandboxOverHttp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The associations of the image and of the target change independently, and access needs both. */
class IndependentAssociationsTest {

    private static final String IMAGE = "m-hk0plain00000000001";
    private static final String FOLDER = "fd-japan00001";
    private static final String CAN = "400 DryRunOperation";
    private static final String CANNOT = "404 InvalidImageId.NotFound";

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({"Resource, Associating, Associated", "Target, Associated, Associating"})
    void each_takes_its_own_time(String slow, String resource, String target) {
        settings("'associations':[{'of':'" + slow + "','delayMillis':60000}]");
        create();
        cloud.pass(Duration.ofSeconds(1));

        assertThat(status("Resource")).isEqualTo(resource);
        assertThat(status("Target")).isEqualTo(target);
        assertThat(cloud.launch(cloud.recipient, IMAGE)).isEqualTo(CANNOT);
        cloud.pass(Duration.ofMinutes(1));
        assertThat(status("Resource")).isEqualTo("Associated");
        assertThat(status("Target")).isEqualTo("Associated");
        assertThat(cloud.launch(cloud.recipient, IMAGE)).isEqualTo(CAN);
        assertThat(cloud.launch(cloud.sibling, IMAGE)).isEqualTo(CANNOT);
    }

    @ParameterizedTest
    @CsvSource({"Resource, UnsupportedOperation, Failed, Associated", "Target, LimitExceeded, Associated, Failed"})
    void each_fails_alone(String failing, String reason, String resource, String target) {
        settings("'associations':[{'of':'" + failing + "','failure':'" + reason + "'}]");
        create();
        cloud.pass(Duration.ofSeconds(1));

        assertThat(status("Resource")).isEqualTo(resource);
        assertThat(status("Target")).isEqualTo(target);
        assertThat(list(failing).text("/ResourceShareAssociations/0/AssociationFailedDetails/0/FailureReason"))
                .isEqualTo(reason);
        assertThat(cloud.launch(cloud.recipient, IMAGE)).isEqualTo(CANNOT);
    }

    @Test
    void one_image_fails_and_another_does_not() {
        settings("'associations':[{'of':'Resource','entity':'" + IMAGE + "','failure':'UnsupportedOperation'}]");
        create();
        create("m-hk0plain00000000002");
        cloud.pass(Duration.ofSeconds(1));

        assertThat(list("Resource").json().findValuesAsText("AssociationStatus"))
                .containsExactly("Failed", "Associated");
        assertThat(cloud.launch(cloud.recipient, "m-hk0plain00000000002")).isEqualTo(CAN);
    }

    @ParameterizedTest
    @CsvSource({"Resource, Resources.1.ResourceId", "Target, Targets.1"})
    void a_failed_disassociation_leaves_what_it_was_to_take(String type, String parameter) {
        settings("'associations':[{'operation':'Disassociate','of':'" + type + "','failure':'InternalError'}]");
        String id = create();
        cloud.pass(Duration.ofSeconds(1));
        String entity = type.equals("Target") ? FOLDER : IMAGE;
        assertThat(disassociate(id, parameter, entity)).isEqualTo("200");
        assertThat(status(type)).isEqualTo("Disassociating");
        cloud.pass(Duration.ofSeconds(1));

        assertThat(status(type)).isEqualTo("Failed");
        assertThat(list(type).json().at("/ResourceShareAssociations/0/AssociationFailedDetails/0"))
                .hasToString("{\"AssociateType\":\"Associate\",\"OperationType\":\"Disassociate\","
                        + "\"FailureReason\":\"InternalError\","
                        + "\"FailureDescription\":\"You cannot access the specified resource at this time.\","
                        + "\"Status\":\"InternalError\","
                        + "\"StatusMessage\":\"You cannot access the specified resource at this time.\","
                        + (type.equals("Target")
                                ? "\"EntityId\":\"" + IMAGE + "\",\"EntityType\":\"Image\"}"
                                : "\"EntityId\":\"" + FOLDER + "\",\"EntityType\":\"Folder\"}"));
        assertThat(cloud.launch(cloud.recipient, IMAGE)).isEqualTo(CAN);
        settings("");
        assertThat(disassociate(id, parameter, entity)).isEqualTo("200");
        cloud.pass(Duration.ofSeconds(1));
        assertThat(status(type)).isEqualTo("Disassociated");
        assertThat(cloud.launch(cloud.recipient, IMAGE)).isEqualTo(CANNOT);
    }

    @Test
    void a_fault_of_one_call_decides_about_one_kind() {
        cloud.follow("{'rules':[{'action':'CreateResourceShare',"
                + "'effect':{'type':'association','of':'Resource','outcome':'LimitExceeded'}},"
                + "{'action':'DisassociateResourceShare','effect':{'type':'association','outcome':'InternalError'}}]}");
        String id = create();
        cloud.pass(Duration.ofSeconds(1));

        assertThat(status("Resource")).isEqualTo("Failed");
        assertThat(status("Target")).isEqualTo("Associated");
        assertThat(disassociate(id, "Targets.1", FOLDER)).isEqualTo("200");
        cloud.pass(Duration.ofSeconds(1));
        assertThat(status("Target")).isEqualTo("Failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'settings':{'associations':{}}}",
                "{'settings':{'associations':[{'of':'Image'}]}}",
                "{'settings':{'associations':[{'operation':'Delete'}]}}",
                "{'settings':{'associations':[{'reason':'Unavailable'}]}}",
                "{'rules':[{'effect':{'type':'association','of':'Images'}}]}",
            })
    void a_misspelled_rule_is_refused(String plan) {
        assertThatThrownBy(() -> cloud.follow(plan)).isInstanceOf(IllegalArgumentException.class);
    }

    private void settings(String settings) {
        cloud.follow("{'settings':{" + settings + "}}");
    }

    private String create() {
        return create(IMAGE);
    }

    private String create(String image) {
        return cloud.sharing(
                        cloud.owner,
                        "CreateResourceShare",
                        "ResourceShareName",
                        "images",
                        "Resources.1.ResourceId",
                        image,
                        "Resources.1.ResourceType",
                        "Image",
                        "Targets.1",
                        FOLDER)
                .text("/ResourceShare/ResourceShareId");
    }

    private String disassociate(String id, String parameter, String entity) {
        String[] image = {"ResourceShareId", id, parameter, entity, "Resources.1.ResourceType", "Image"};
        String[] target = {"ResourceShareId", id, parameter, entity};
        return cloud.sharing(cloud.owner, "DisassociateResourceShare", parameter.startsWith("Targets") ? target : image)
                .outcome();
    }

    private String status(String type) {
        return list(type).text("/ResourceShareAssociations/0/AssociationStatus");
    }

    private RpcAnswer list(String type) {
        return cloud.sharing(cloud.owner, "ListResourceShareAssociations", "AssociationType", type);
    }
}
