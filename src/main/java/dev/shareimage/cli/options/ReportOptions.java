package dev.shareimage.cli.options;

import dev.shareimage.app.manifest.NamedManifest;
import dev.shareimage.app.report.AcceptedRisk;
import dev.shareimage.app.report.AcceptedRiskReader;
import dev.shareimage.app.report.ReportDocumentReader;
import dev.shareimage.app.report.ReportDocumentReader.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Additional content of a report, and its output. */
public final class ReportOptions {

    private static final String MERGE = "--merge";

    @Option(names = "--open", arity = "0")
    private boolean open;

    @Option(names = "--against", paramLabel = "FILE", converter = ManifestOptions.NamedManifestConverter.class)
    private @Nullable NamedManifest against;

    @Option(names = "--exceptions", paramLabel = "FILE", converter = ExceptionsConverter.class)
    private @Nullable Exceptions exceptions;

    @Option(
            names = MERGE,
            paramLabel = "FILE",
            arity = "1",
            preprocessor = SeveralDocuments.class,
            converter = DocumentConverter.class)
    private List<Document> documents = new ArrayList<>();

    /** The accepted findings. */
    record Exceptions(List<AcceptedRisk> risks) {}

    /** Whether to show the page in a browser. */
    public boolean open() {
        return open;
    }

    /** The manifest to compare with. */
    public Optional<NamedManifest> against() {
        return Optional.ofNullable(against);
    }

    /** The accepted findings, if a file is named. */
    public Optional<List<AcceptedRisk>> exceptions() {
        return Optional.ofNullable(exceptions).map(Exceptions::risks);
    }

    /** The saved reports to merge; empty if the cloud is read. */
    public List<Document> documents() {
        return documents;
    }

    /**
     * Checks them.
     *
     * @throws UsageException if reports are merged and data of the cloud is requested too
     */
    public void check(boolean images) throws UsageException {
        if (!documents.isEmpty() && images) {
            throw new UsageException("usage.not-both", "--image-id", MERGE);
        }
        if (!documents.isEmpty() && against != null) {
            throw new UsageException("usage.not-both", "--against", MERGE);
        }
    }

    static final class ExceptionsConverter extends FileConverter<Exceptions> {
        ExceptionsConverter() {
            super(AcceptedRiskReader.MAX_CHARACTERS);
        }

        @Override
        Exceptions parse(String name, String text) {
            return new Exceptions(AcceptedRiskReader.read(name, text));
        }
    }

    static final class DocumentConverter extends FileConverter<Document> {
        DocumentConverter() {
            super(ReportDocumentReader.MAX_CHARACTERS);
        }

        @Override
        Document parse(String name, String text) {
            return ReportDocumentReader.read(name, text);
        }
    }

    /**
     * Several files may follow, separated by spaces. Each name that ends like a JSON file gets the option before it.
     */
    static final class SeveralDocuments implements IParameterPreprocessor {

        @Override
        @SuppressWarnings("JdkObsolete") // The library's own signature.
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> information) {
            if (arguments.isEmpty()) {
                return false;
            }
            String first = arguments.pop();
            List<String> others = new ArrayList<>();
            while (!arguments.isEmpty() && arguments.peek().endsWith(".json")) {
                others.add(0, MERGE + "=" + arguments.pop());
            }
            others.forEach(arguments::push);
            arguments.push(first);
            return false;
        }
    }
}
