package dev.shareimage.app.checks;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects findings. The sentence of a finding has the key {@code <check>.<case>} in the bundle, and its fix has {@code
 * <check>.<case>.fix}.
 */
final class FindingCollector {

    private final Messages messages;
    private final List<Finding> findings = new ArrayList<>();

    FindingCollector(Messages messages) {
        this.messages = messages;
    }

    /** A sentence that was made in English elsewhere, in the language of the findings. */
    String said(String english) {
        return messages.said(english);
    }

    /** Text that follows a word in brackets. */
    String inBrackets(String text) {
        return messages.named("", text);
    }

    void addAll(Collection<Finding> others) {
        findings.addAll(others);
    }

    void pass(CheckId id, String variant, Object... arguments) {
        findings.add(Finding.pass(id, sentence(id, variant, arguments)));
    }

    void warn(CheckId id, String variant, Object... arguments) {
        String fix = id.label() + "." + variant + ".fix";
        findings.add(Finding.warn(
                id,
                sentence(id, variant, arguments),
                messages.has(fix) ? sentence(id, variant + ".fix", arguments) : null));
    }

    void fail(CheckId id, String variant, Object... arguments) {
        findings.add(Finding.fail(id, sentence(id, variant, arguments), sentence(id, variant + ".fix", arguments)));
    }

    /** Adds a check that could not be done because a read failed. */
    void notChecked(CheckId id, ReadResult<?> reading, Object subject) {
        CloudException failure = reading.failure();
        String action = failure == null ? "" : failure.missingAction().orElse(failure.call());
        if (reading.forbidden()) {
            findings.add(Finding.notChecked(
                    id,
                    messages.get("not-checked.forbidden", subject, action),
                    messages.get("not-checked.fix", action)));
        } else {
            ErrorAdvice advice = new ErrorAdvice(messages);
            String reason = failure == null ? "" : messages.labeled(failure.code(), advice.cause(failure));
            String fix = failure != null && failure.kind() == Kind.REFUSED ? advice.fix(failure) : null;
            findings.add(Finding.notChecked(id, messages.get("not-checked.failed", subject, reason), fix));
        }
    }

    /** The same for a read of the resource directory. */
    void notCheckedDirectory(CheckId id, ReadResult<?> reading) {
        notChecked(id, reading, messages.get("subject.directory"));
    }

    /** Does the same with another sentence. */
    void notChecked(CheckId id, String variant, ReadResult<?> reading, Object... arguments) {
        CloudException failure = reading.failure();
        String action = failure == null ? "" : failure.missingAction().orElse(failure.call());
        findings.add(Finding.notChecked(
                id,
                sentence(id, variant, arguments),
                reading.forbidden() ? messages.get("not-checked.fix", action) : null));
    }

    void notChecked(CheckId id, String variant, Object... arguments) {
        findings.add(Finding.notChecked(id, sentence(id, variant, arguments), null));
    }

    /** All findings, in the order of the checks. */
    List<Finding> findings() {
        return findings.stream().sorted(Finding.BY_CHECK).toList();
    }

    /** The sentence. A command in it has no targets if they could not be resolved. */
    private String sentence(CheckId id, String variant, Object... arguments) {
        return messages.get(id.label() + "." + variant, arguments).strip();
    }
}
