package dev.shareimage.cli;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.ShareService.ListRequest;
import dev.shareimage.app.manifest.ManifestWriter;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.SomeOrAllImages;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints who has which image as a manifest in YAML, which {@code apply} reads. */
@Command(name = "export", addMethodSubcommands = false)
@Explains("cloud")
final class ExportCommand extends BaseCommand {

    @Mixin
    private final SomeOrAllImages images = new SomeOrAllImages();

    @Override
    void check(ListReader lists) throws UsageException {
        images.check();
    }

    /** Nothing is printed before all is read, so that a failure is told in the form asked for. */
    @Override
    int run(Session session) throws UsageException, CloudException {
        RegionId region = session.region();
        ShareService service = session.service();
        ManifestWriter manifest = new ManifestWriter(session.output()::text);
        manifest.region(region);
        service.export(new ListRequest(region, images.images()), manifest::image)
                .forEach(note ->
                        session.output().tell(Style.CAUTION, session.messages().get("note", note)));
        manifest.end();
        return ExitCode.DONE;
    }
}
