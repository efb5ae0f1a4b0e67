package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manifests for package managers: each names a file of the release, its checksum and the launcher inside. */
class PackageManifestsTest {

    private static final Path TEMPLATES = Path.of("src", "dist");
    private static final String RELEASE = "https://example.com/share-image/releases/download/v1.2.3/";
    private static final String CHECKSUM = "0123456789abcdef".repeat(4);

    @Test
    void scoop_starts_the_launcher_and_makes_its_archive_at_installation() throws Exception {
        JsonNode manifest = rendered("scoop/share-image.json");

        assertThat(manifest.path("url").asText()).isEqualTo(RELEASE + "share-image-1.2.3.zip");
        assertThat(manifest.path("hash").asText()).isEqualTo(CHECKSUM);
        assertThat(manifest.path("extract_dir").asText()).isEqualTo("share-image-1.2.3");
        assertThat(manifest.path("bin").asText()).isEqualTo("bin\\share-image.cmd");
        assertThat(lines(manifest.path("post_install")))
                .containsExactly(
                        "$env:SHARE_IMAGE_ARCHIVE = 'install'",
                        "& \"$dir\\bin\\share-image.cmd\"",
                        "Remove-Item Env:SHARE_IMAGE_ARCHIVE");
    }

    @Test
    void jbang_takes_a_java_that_is_new_enough() throws Exception {
        JsonNode alias = rendered("jbang/jbang-catalog.json").at("/aliases/share-image");

        assertThat(alias.path("script-ref").asText()).isEqualTo(RELEASE + "share-image.jar");
        assertThat(alias.path("java").asText()).isEqualTo("17+");
    }

    @Test
    void winget_installs_the_same_archive_as_scoop() throws Exception {
        JsonNode installer = rendered("winget/ShareImage.ShareImage.installer.yaml");
        JsonNode locale = rendered("winget/ShareImage.ShareImage.locale.en-US.yaml");
        JsonNode version = rendered("winget/ShareImage.ShareImage.yaml");

        assertThat(installer.at("/Installers/0/InstallerUrl").asText()).isEqualTo(RELEASE + "share-image-1.2.3.zip");
        assertThat(installer.at("/Installers/0/InstallerSha256").asText()).isEqualTo(CHECKSUM);
        assertThat(installer.at("/NestedInstallerFiles/0/RelativeFilePath").asText())
                .isEqualTo("share-image-1.2.3\\bin\\share-image.cmd");
        for (String member : List.of("PackageIdentifier", "PackageVersion", "ManifestVersion")) {
            assertThat(List.of(locale.path(member), version.path(member)))
                    .as(member)
                    .containsOnly(installer.path(member));
        }
    }

    @Test
    void homebrew_installs_the_folders_that_the_archive_has() throws Exception {
        String formula = text("homebrew/share-image.rb");

        assertThat(formula)
                .contains("url \"" + RELEASE + "share-image-1.2.3.tar.gz\"", "sha256 \"" + CHECKSUM + "\"")
                .contains("libexec.install \"bin\", \"lib\"")
                .contains("with_env(SHARE_IMAGE_ARCHIVE: \"install\")")
                .doesNotContain("@");
    }

    /** Debian 13 has no Java 17, so its own Java comes first; Ubuntu 22.04 has an older one, so Java 17 comes next. */
    @Test
    void debian_takes_the_java_of_the_system_where_it_is_new_enough() throws Exception {
        assertThat(text("debian/control"))
                .contains(
                        "\nDepends: default-jre-headless (>= 2:1.17) | openjdk-17-jre-headless | java17-runtime-headless");
    }

    private static List<String> lines(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode rendered(String template) throws IOException {
        return new YAMLMapper().readTree(text(template));
    }

    /** Filled in as render.sh does. */
    private static String text(String template) throws IOException {
        return Files.readString(TEMPLATES.resolve(template))
                .replaceAll("@sha256:[a-z.]+@", CHECKSUM)
                .replace("@version@", "1.2.3")
                .replace("@base@", "https://example.com/share-image");
    }
}
