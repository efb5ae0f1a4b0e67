package dev.shareimage.cli;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.ManifestWriter;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.SchemaOption;
import dev.shareimage.cli.options.SomeOrAllImages;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints who has which image as a manifest in YAML, which {@code apply} reads. */
@Command(name = "export", addMethodSubcommands = false)
final class ExportCommand extends BaseCommand {

    @Mixin
    private final SomeOrAllImages images = new SomeOrAllImages();

    @Mixin
    private final SchemaOption manifest = new SchemaOption();

    @Override
    ImageOptions images() {
        return images;
    }

    @Override
    List<String> explained() {
        return List.of("cloud");
    }

    /** Prints nothing before everything is read, so that a failure is reported in the requested format. */
    @Override
    int run(Session session) throws UsageException, CloudException {
        if (manifest.asked()) {
            session.output().text(schema());
            return ExitCode.DONE;
        }
        ListRequest request = Listings.request(session, images);
        Optional<Problem> problem = Listings.problem(request.images());
        if (problem.isPresent()) {
            return Listings.refuse(session, problem.get());
        }
        ManifestWriter writer = new ManifestWriter(session.output()::text);
        if (request.images().regions().size() == 1) {
            writer.region(request.images().regions().get(0));
        }
        session.service()
                .export(request, writer::image)
                .forEach(note ->
                        session.output().tell(Style.CAUTION, session.messages().get("note", note)));
        writer.end();
        return ExitCode.DONE;
    }

    private static String schema() {
        try (InputStream resource = Manifest.schema()) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
