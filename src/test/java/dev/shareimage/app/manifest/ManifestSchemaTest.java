package dev.shareimage.app.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.shareimage.domain.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors use the schema, and {@code apply} uses the reader. Both accept the same manifests. */
class ManifestSchemaTest {

    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(schemaVersion: .*?)```", Pattern.DOTALL);
    private static final Pattern CAT =
            Pattern.compile("^\\$ cat \\S+\\.yaml\n(.*?)(?=^\\$ )", Pattern.DOTALL | Pattern.MULTILINE);

    /** The mistakes that the page shows. */
    private static final String MISTAKE = "acounts";

    private static final JsonSchema SCHEMA = schema();

    /** A manifest with a place for images at {@code %s}. */
    private static final List<String> FRAMES = List.of(
            "schemaVersion: 1\nregions: [{id: cn-hongkong, images: [%s]}]\n",
            "schemaVersion: 2\ngroups: {prod: {accounts: [\"20000\"]}}\nregions: [{id: cn-hongkong, images: [%s]}]\n",
            "schemaVersion: 2\ngroups: {prod: {}}\ndefaults: {accounts: []}\nregions: [{id: cn-hongkong, images: [%s]}]\n",
            "schemaVersion: 2\ngroups: {prod: {}}\ndefaults: {copies: {cn-x: }}\nregions: [{id: cn-hongkong, images: [%s]}]\n",
            "schemaVersion: 2\ngroups: {prod: {}}\ndefaults: {}\nregions: [{id: cn-hongkong, images: [%s]}]\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{id: m-1}",
                "{id: m-1, accounts: []}",
                "{id: m-1, accounts: [\"20000\", 30000]}",
                "{id: m-1, accounts: [\"12345678901234567890\"]}",
                "{id: m-1, accounts: [99999999999999999999, 10000]}",
                "{id: m-1, accounts: [100000000000000000000]}",
                "{id: m-1, accounts: [9999]}",
                "{id: m-1, accounts: [\"020000\"]}",
                "{id: m-1, accounts: [-20000]}",
                "{id: m-1, accounts: [true]}",
                "{id: m-1, accounts: [~]}",
                "{id: m-1, accounts: ~}",
                "{id: m-1, accounts: {}}",
                "{id: m-1, accounts: \"20000\"}",
                "{id: m-1, accounts: [[\"20000\"]]}",
                "{id: m-1, accounts: [\"20000\", \"20000\"]}",
                "{id: m-1, accounts: \"@list\"}",
                "{id: m-1, accounts: \"@\"}",
                "{id: m-1, accounts: [\"20000\", \"@list\"]}",
                "{id: m-1, accounts: [{id: \"20000\", note: x, until: 2027-03-31}]}",
                "{id: m-1, accounts: [{id: 20000, note: 4711}]}",
                "{id: m-1, accounts: [{id: 20000, note: true}]}",
                "{id: m-1, accounts: [{id: 20000, note: ~}]}",
                "{id: m-1, accounts: [{id: 20000, note: []}]}",
                "{id: m-1, accounts: [{note: x}]}",
                "{id: m-1, accounts: [{id: \"20000\", name: x}]}",
                "{id: m-1, accounts: [{id: fd-1}]}",
                "{id: m-1, accounts: [{id: \"20000\", until: 31.3.2027}]}",
                "{id: m-1, folders: [fd-1, rd-1/r-1/fd-2]}",
                "{id: m-1, folders: [{id: fd-1, until: 2027-03-31}]}",
                "{id: m-1, folders: [rd-1/fd-2]}",
                "{id: m-1, folders: [fd-a_b]}",
                "{id: m-1, folders: []}",
                "{id: m-1, resourceDirectory: own}",
                "{id: m-1, resourceDirectory: rd-1}",
                "{id: m-1, resourceDirectory: OWN}",
                "{id: m-1, resourceDirectory: [rd-1]}",
                "{id: m-1, groups: [prod]}",
                "{id: m-1, groups: []}",
                "{id: m-1, groups: [prod, prod]}",
                "{id: m-1, groups: prod}",
                "{id: m-1, groups: [\"a b\"]}",
                "{id: m-1, accounts: [], until: 2027-03-31}",
                "{id: m-1, accounts: [], until: tomorrow}",
                "{id: m-1, accounts: [], until: 2027-02-31}",
                "{id: m-1, accounts: [], until: 20270331}",
                "{id: m-1, accounts: [], setup: false}",
                "{id: m-1, accounts: [], setup: \"true\"}",
                "{id: m-1, accounts: [], setup: \"no\"}",
                "{id: m-1, accounts: [], setup: 0}",
                "{id: i-1, accounts: []}",
                "{id: \"m-\", accounts: []}",
                "{id: [m-1], accounts: []}",
                "{accounts: []}",
                "{name: \"web-*\", accounts: []}",
                "{name: \"web-*\", newest: 1, accounts: []}",
                "{name: \"\", accounts: []}",
                "{name: [], accounts: []}",
                "{name: 4711, accounts: []}",
                "{family: web, tag: env=prod, accounts: []}",
                "{family: \"  \", accounts: []}",
                "{tag: [env=prod, team=a], newest: 3, accounts: []}",
                "{tag: [], accounts: []}",
                "{tag: env, accounts: []}",
                "{tag: =prod, accounts: []}",
                "{tag: env=, accounts: []}",
                "{tag: {env: prod}, accounts: []}",
                "{family: web, newest: 0, accounts: []}",
                "{family: web, newest: 10000, accounts: []}",
                "{family: web, newest: all, accounts: []}",
                "{newest: 1, accounts: []}",
                "{id: m-1, newest: 1, accounts: []}",
                "{id: m-1, family: web, accounts: []}",
                "{id: m-1, accounts: [], copies: {}}",
                "{id: m-1, accounts: [], copies: {cn-hangzhou: key-1, cn-beijing: }}",
                "{id: m-1, accounts: [], copies: {cn-hangzhou: ~, cn-beijing: null, cn-hongkong: alias/images}}",
                "{id: m-1, accounts: [], copies: {cn-hangzhou: 4711}}",
                "{id: m-1, accounts: [], copies: {cn-hangzhou: true}}",
                "{id: m-1, accounts: [], copies: {cn-hangzhou: \"\"}}",
                "{id: m-1, accounts: [], copies: {cn-hangzhou: \"a b\"}}",
                "{id: m-1, accounts: [], copies: {cn-hangzhou: [key-1]}}",
                "{id: m-1, accounts: [], copies: {CN-hangzhou: key-1}}",
                "{id: m-1, accounts: [], copies: [cn-hangzhou]}",
                "{id: m-1, accounts: [], copies: cn-hangzhou}",
                "{id: m-1, accounts: [], copies: ~}",
                "{id: m-1, copies: {cn-hangzhou: }}",
                "{family: web, accounts: [], copies: {cn-hangzhou: }}",
                "{id: m-1, accuonts: []}",
                "{id: m-1, accounts: [], note: x}",
                "[]",
                "m-1"
            })
    void says_of_an_image_what_the_reader_says(String image) {
        for (String frame : FRAMES) {
            assertSame(String.format(frame, image));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "x",
                "{schemaVersion: 1}",
                "{schemaVersion: 2}",
                "{schemaVersion: 3, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: \"2\", regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: \"1\", regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: [2], regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2.0, regions: [{id: cn-x, images: []}], x: y}",
                "{regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, regions: []}",
                "{schemaVersion: 2, regions: {}}",
                "{schemaVersion: 2, regions: [{id: CN-x, images: []}]}",
                "{schemaVersion: 2, regions: [{id: cn-x}]}",
                "{schemaVersion: 2, regions: [{images: []}]}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: {}}]}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: [], more: x}]}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: []}], more: x}",
                "{schemaVersion: 1, groups: {}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 1, defaults: {}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, groups: {}, defaults: {}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, groups: [], regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, groups: {\"a b\": {}}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, groups: {a: {accounts: [], folders: [], resourceDirectory: own, until: 2027-03-31}}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, groups: {a: {groups: [b]}}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, groups: {a: ~}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, defaults: {until: 2027-03-31}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, defaults: {accounts: [\"20000\"], folders: [fd-1], resourceDirectory: rd-1, groups: []}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, defaults: {copies: {cn-y: key-1}}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, defaults: {copies: [cn-y]}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, groups: {a: {copies: {cn-y: }}}, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, copies: {cn-y: }, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, exported: true, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, exported: false, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, exported: yes please, regions: [{id: cn-x, images: []}]}",
                "{schemaVersion: 2, exported: true, regions: [{id: cn-x, images: []}], total: {images: 0, targets: 0}}",
                "{schemaVersion: 1, exported: true, regions: [{id: cn-x, images: []}], total: {images: 0, targets: 0}}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: []}], total: {images: 0}}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: []}], total: {images: -1, targets: 0}}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: []}], total: {images: many, targets: 0}}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: []}], total: 0}"
            })
    void says_of_a_document_what_the_reader_says(String document) {
        assertSame(document);
    }

    /** Rules that only the reader can check, because they compare several places or need the contents of a file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{schemaVersion: 2, regions: [{id: cn-x, images: [{id: m-1, groups: [absent]}]}]}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: [{id: m-1, accounts: []}, {id: m-1, accounts: [], setup: true}]}]}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: []}, {id: cn-x, images: []}]}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: [{id: m-1, accounts: [\"20000\", {id: \"20000\"}]}]}]}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: [{id: m-1, folders: [fd-1, rd-1/r-1/fd-1]}]}]}",
                "{schemaVersion: 2, defaults: {resourceDirectory: rd-1}, groups: {a: {resourceDirectory: rd-2}}, regions: [{id: cn-x, images: [{id: m-1, groups: [a]}]}]}",
                "{schemaVersion: 2, regions: [{id: cn-x, images: []}], total: {images: 1, targets: 0}}"
            })
    void leaves_to_the_reader_what_a_schema_cannot_say(String document) {
        assertThat(complaints(document)).isEmpty();
        assertThat(readerAccepts(document)).isFalse();
    }

    static Stream<String> examples() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/manifests.md"));
        return Stream.of(YAML_BLOCK, CAT)
                .flatMap(pattern -> pattern.matcher(page).results())
                .map(MatchResult::group)
                .map(found -> found.replaceAll("(?m)^(```|\\$ ).*\n?", ""))
                .filter(found -> !found.contains(MISTAKE));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void accepts_every_example_of_the_page(String example) {
        assertThat(complaints(example)).as(example).isEmpty();
        assertThat(readerAccepts(example)).as(example).isTrue();
    }

    @Test
    void is_no_schema_that_accepts_everything() {
        assertThat(complaints("{schemaVersion: 2, regions: [{id: cn-x, images: [{id: m-1, accounts: [x]}]}]}"))
                .isNotEmpty();
    }

    private static void assertSame(String document) {
        boolean accepted = readerAccepts(document);
        assertThat(complaints(document).isEmpty())
                .as("%s: the reader %s, the schema says %s", document, accepted, complaints(document))
                .isEqualTo(accepted);
    }

    private static boolean readerAccepts(String document) {
        try {
            ManifestReader.read(
                    "m.yaml",
                    document,
                    name -> name.isEmpty() ? refuse() : List.of(new ListFiles.Line("70000", name, 1, 1)));
            return true;
        } catch (InvalidDocumentException e) {
            return false;
        }
    }

    private static List<ListFiles.Line> refuse() {
        throw new InvalidValueException("no name");
    }

    private static Set<ValidationMessage> complaints(String document) {
        try {
            JsonNode tree = new YAMLMapper().readTree(document);
            return SCHEMA.validate(tree);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonSchema schema() {
        try (InputStream resource = Manifest.schema()) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(resource);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
