package dev.shareimage.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of Packer's manifest post-processor. */
class PackerManifestTest {

    private static final String MANIFEST = """
            {"builds": [
              {"name": "golden", "builder_type": "alicloud-ecs", "build_time": 1, "files": null,
               "artifact_id": "cn-beijing:m-old", "packer_run_uuid": "run-1", "custom_data": null},
              {"name": "golden", "builder_type": "alicloud-ecs", "build_time": 2, "files": null,
               "artifact_id": "cn-beijing:m-1,cn-hongkong:m-2", "packer_run_uuid": "run-2", "custom_data": null},
              {"name": "other", "builder_type": "amazon-ebs", "build_time": 2, "files": null,
               "artifact_id": "us-east-1:ami-1", "packer_run_uuid": "run-2", "custom_data": null}],
             "last_run_uuid": "run-2"}
            """;

    @Test
    void has_the_images_of_the_last_run_and_names_other_builders() {
        PackerManifest manifest = PackerManifest.read("p.json", MANIFEST);

        assertThat(manifest.images()).extracting(Object::toString).containsExactly("cn-beijing:m-1", "cn-hongkong:m-2");
        assertThat(manifest.passedOver()).containsExactly("amazon-ebs");
    }

    @Test
    void has_the_images_of_all_builds_of_the_last_run_in_their_order() {
        PackerManifest manifest = PackerManifest.read("p.json", """
                {"builds": [
                  {"name": "web", "builder_type": "alicloud-ecs", "artifact_id": "cn-hongkong:m-2", "packer_run_uuid": "x"},
                  {"name": "vm", "builder_type": "qemu", "artifact_id": "VM", "packer_run_uuid": "x"},
                  {"name": "vm2", "builder_type": "qemu", "artifact_id": "VM", "packer_run_uuid": "x"},
                  {"name": "db", "builder_type": "alicloud-ecs", "files": [{"name": "a", "size": 1}],
                   "artifact_id": "cn-beijing:m-1, cn-hongkong:m-3", "packer_run_uuid": "x"}],
                 "last_run_uuid": "x"}
                """.replace("\n", "\r\n"));

        assertThat(manifest.images())
                .extracting(Object::toString)
                .containsExactly("cn-hongkong:m-2", "cn-beijing:m-1", "cn-hongkong:m-3");
        assertThat(manifest.passedOver()).containsExactly("qemu");
    }

    @ParameterizedTest
    @CsvSource({"7", "null", "'\"\"'", "'\"m-1\"'", "'\"dist.tar.gz\"'", "'\"cn-hongkong:m-1,\"'", "'[]'"})
    void an_artifact_that_is_no_image_of_a_region_is_refused_and_its_builder_named(String artifact) {
        assertThatThrownBy(() -> PackerManifest.read(
                        "p.json",
                        "{\"builds\":[{\"builder_type\":\"alicloud-ecs\",\"packer_run_uuid\":\"x\",\"artifact_id\":"
                                + artifact + "}],\"last_run_uuid\":\"x\"}"))
                .hasMessage("p.json: artifact_id of builder alicloud-ecs: this is not an image with its region, as in"
                        + " cn-hongkong:m-bp1caf3yicx5jlfl0001");
    }

    @Test
    void without_the_id_of_the_last_run_nobody_knows_which_run_is_meant() {
        assertThatThrownBy(() -> PackerManifest.read("p.json", MANIFEST.replace("last_run_uuid", "last_run")))
                .hasMessage("p.json: this is not a manifest of Packer: it lacks builds or last_run_uuid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"builds\":{},\"last_run_uuid\":\"x\"}",
                "{\"builds\":[],\"last_run_uuid\":\"x\"}",
                "{\"builds\":[1,null,\"x\"],\"last_run_uuid\":\"x\"}",
                "{\"builds\":[{\"builder_type\":\"alicloud-ecs\",\"packer_run_uuid\":\"x\",\"artifact_id\":7}],"
                        + "\"last_run_uuid\":\"x\"}",
                "{\"builds\":[{\"builder_type\":\"alicloud-ecs\",\"packer_run_uuid\":\"x\",\"artifact_id\":\"m-1\"}],"
                        + "\"last_run_uuid\":\"x\"}",
                "{\"builds\":[{\"builder_type\":\"amazon-ebs\",\"packer_run_uuid\":\"x\",\"artifact_id\":\"a:b\"}],"
                        + "\"last_run_uuid\":\"x\"}",
            })
    void refuses_what_names_no_image(String text) {
        assertThatThrownBy(() -> PackerManifest.read("p.json", text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("p.json: ");
    }

    @Test
    void refuses_what_is_cut_off_and_shows_no_control_characters() {
        assertThatThrownBy(() -> PackerManifest.read("p.json", MANIFEST.substring(0, 200)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> PackerManifest.read("p.json", "{\"builds\":[],\"last_run_uuid\":\"\\u001b[2Jx\"}"))
                .message()
                .doesNotContain("\u001b");
    }
}
