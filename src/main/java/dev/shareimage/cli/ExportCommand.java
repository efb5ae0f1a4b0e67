package dev.shareimage.cli;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.ShareService.ListRequest;
import dev.shareimage.app.manifest.ManifestWriter;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;

/** Prints who has which image as a manifest, which {@code apply} reads; YAML always. */
final class ExportCommand implements Command {

    @Override
    public String name() {
        return "export";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(ImageOptions.GROUP_WITH_ALL);
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        List<ImageId> images = ImageOptions.readSomeOrAll(values);
        return session -> run(session, images);
    }

    /** Nothing is printed before the first image is read, so that a failure then is told in the form asked for. */
    private static int run(Session session, List<ImageId> images) throws UsageException, CloudException {
        RegionId region = session.region();
        ShareService service = session.service();
        ManifestWriter manifest = new ManifestWriter(region, session.output()::text);
        try {
            service.export(new ListRequest(region, images), manifest::image)
                    .forEach(note -> session.output()
                            .tell(Style.CAUTION, session.messages().get("note", note)));
        } catch (CloudException e) {
            manifest.cutOff();
            throw e;
        }
        manifest.end();
        return ExitCode.DONE;
    }
}
