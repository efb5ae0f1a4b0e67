package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contents of the downloadable archives. Licenses and the bill of materials cover the whole jar. A build without
 * network has no bill of materials, and needs none.
 */
@DisabledOnOs(OS.WINDOWS)
class ReleaseArchivesIT {

    private static final Path LAYOUT = Path.of("target", "share-image").toAbsolutePath();

    /** One page for each command, which another test checks. */
    private static final Path MANUAL = Path.of("target", "release", "man");

    private static final Path BILL = Path.of("target", "release", "share-image.cdx.json");
    private static final Path LICENSES = LAYOUT.resolve("licenses");
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

    /** The packages of each library in the jar. A new library has to be added, with its license. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("aliyun-java-sdk-core", List.of("com/aliyuncs")),
            Map.entry("aliyun-java-sdk-ecs", List.of("com/aliyuncs/ecs")),
            Map.entry("aliyun-java-sdk-kms", List.of("com/aliyuncs/kms")),
            Map.entry("aliyun-java-sdk-quotas", List.of("com/aliyuncs/quotas")),
            Map.entry("aliyun-java-sdk-ram", List.of("com/aliyuncs/ram")),
            Map.entry("aliyun-java-sdk-sts", List.of("com/aliyuncs/sts")),
            Map.entry("bcprov-jdk18on", List.of("org/bouncycastle")),
            Map.entry("commons-lang3", List.of("org/apache/commons/lang3")),
            Map.entry("fastcsv", List.of("de/siegmar/fastcsv")),
            Map.entry("gson", List.of("com/google/gson")),
            Map.entry("jackson-annotations", List.of("com/fasterxml/jackson/annotation")),
            Map.entry("jackson-core", List.of("com/fasterxml/jackson/core")),
            Map.entry("jackson-databind", List.of("com/fasterxml/jackson/databind")),
            Map.entry("jackson-dataformat-yaml", List.of("com/fasterxml/jackson/dataformat/yaml")),
            Map.entry("jaxb-api", List.of("javax/xml/bind")),
            Map.entry("jmustache", List.of("com/samskivert/mustache")),
            Map.entry("jcl-over-slf4j", List.of("org/apache/commons/logging")),
            Map.entry("opentracing-api", List.of("io/opentracing")),
            Map.entry("opentracing-noop", List.of("io/opentracing/noop")),
            Map.entry("opentracing-util", List.of("io/opentracing/util")),
            Map.entry("picocli", List.of("picocli")),
            Map.entry("slf4j-api", List.of("org/slf4j")),
            Map.entry("slf4j-nop", List.of("org/slf4j/nop")),
            Map.entry("snakeyaml", List.of("org/yaml/snakeyaml")));

    /** The licenses other than that of the program, which is Apache-2.0. */
    private static final Map<String, String> COPYRIGHTS = Map.of(
            "BouncyCastle-LICENSE", "The Legion of the Bouncy Castle",
            "JAXB-LICENSE", "COMMON DEVELOPMENT AND DISTRIBUTION LICENSE",
            "FastCSV-LICENSE", "Oliver Siegmar",
            "JMustache-LICENSE", "Michael Bayne",
            "FastDoubleParser-LICENSE", "Werner Randelshofer",
            "FastDoubleParser-ThirdParty-LICENSE", "bigint",
            "SLF4J-LICENSE", "QOS.ch",
            "Schubfach-LICENSE", "Raffaello Giulietti");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"tar.gz, tar -xpzf", "zip, unzip -q"})
    void an_archive_contains_everything_and_the_program_runs(String kind, String unpack) throws Exception {
        assumeThat(Path.of("/usr/bin", unpack.split(" ")[0])).as("what unpacks").isExecutable();
        Path home = unpacked(kind, List.of(unpack.split(" ")));

        assertThat(filesBelow(home)).isEqualTo(expectedFiles());
        for (String file : expectedFiles()) {
            assertThat(home.resolve(file)).isNotEmptyFile();
            assertThat(Files.isExecutable(home.resolve(file))).as(file).isEqualTo(file.equals("bin/share-image"));
            assertThat(home.resolve(file)).hasSameBinaryContentAs(LAYOUT.resolve(file));
        }
        ProgramRun run = ProgramRun.of(
                Map.of(
                        "PATH", "/usr/bin:/bin",
                        "JAVA_HOME", System.getProperty("java.home"),
                        "SHARE_IMAGE_NO_ARCHIVE", "1"),
                List.of(home.resolve("bin/share-image").toString(), "check-region", "cn-beijing"));
        assertThat(run.stderr()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void the_bill_of_materials_names_every_library_of_the_jar() throws Exception {
        assumeThat(BILL).as("the build had a network").exists();
        JsonNode bill = Json.parse(Files.readString(BILL));

        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("share-image");
        assertThat(StreamSupport.stream(bill.path("components").spliterator(), false)
                        .map(component -> component.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(LIBRARIES.keySet());
        assertThat(StreamSupport.stream(bill.path("components").spliterator(), false))
                .allSatisfy(
                        component -> assertThat(component.path("purl").asText()).startsWith("pkg:maven/"));
    }

    @Test
    void every_class_of_the_jar_is_of_a_known_library() throws Exception {
        Set<String> unknown = new TreeSet<>();
        Set<String> unseen = new TreeSet<>(LIBRARIES.keySet());
        try (JarFile jar = new JarFile(LAYOUT.resolve("lib/share-image.jar").toFile())) {
            for (String name : jar.stream().map(entry -> entry.getName()).toList()) {
                if (name.endsWith(".class") && !name.startsWith("dev/shareimage/")) {
                    Set<String> owners = owners(name);
                    unseen.removeAll(owners);
                    if (owners.isEmpty()) {
                        unknown.add(name);
                    }
                }
            }
        }

        assertThat(unknown).isEmpty();
        assertThat(unseen).isEmpty();
    }

    @Test
    void every_license_is_there_with_its_copyright() throws Exception {
        assertThat(LICENSES.resolve("LICENSE")).content().contains("Apache License", "Version 2.0");
        assertThat(LICENSES.resolve("NOTICE")).content().contains("Jackson", "Apache Commons Lang");
        for (Map.Entry<String, String> license : COPYRIGHTS.entrySet()) {
            assertThat(LICENSES.resolve(license.getKey())).content().contains(license.getValue());
        }
    }

    private static Set<String> owners(String className) {
        return LIBRARIES.entrySet().stream()
                .filter(library -> library.getValue().stream().anyMatch(path -> className.startsWith(path + "/")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> expectedFiles() throws IOException {
        Set<String> files = new TreeSet<>(Set.of(
                "LICENSE",
                "bin/share-image",
                "bin/share-image.cmd",
                "completions/_share-image",
                "completions/share-image.bash",
                "completions/share-image.fish",
                "lib/make-archive.sh",
                "lib/share-image.jar",
                "licenses/LICENSE",
                "licenses/NOTICE",
                "man/man1/share-image.1",
                "man/ja/man1/share-image-share.1",
                "man/man1/share-image-share.1",
                "man/zh_CN/man1/share-image-share.1",
                "schemas/share-image-manifest.schema.json"));
        if (Files.exists(BILL)) {
            files.add("share-image.cdx.json");
        }
        COPYRIGHTS.keySet().forEach(name -> files.add("licenses/" + name));
        filesBelow(MANUAL).forEach(page -> files.add("man/" + page));
        return files;
    }

    private Path unpacked(String kind, List<String> command) throws Exception {
        Path archive = archive(kind);
        Path target = Files.createDirectory(directory.resolve(kind));
        List<String> unpack = Stream.concat(
                        command.stream(),
                        Stream.of(archive.toString(), kind.equals("zip") ? "-d" : "-C", target.toString()))
                .toList();
        assertThat(ProgramRun.of(ENVIRONMENT, unpack)).isEqualTo(new ProgramRun(0, "", ""));
        File[] roots = target.toFile().listFiles();
        assertThat(roots).hasSize(1);
        return roots[0].toPath();
    }

    private static Path archive(String kind) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("share-image-[0-9].*\\." + kind))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static Set<String> filesBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
