package dev.shareimage.domain.trust;

import dev.shareimage.domain.ShareTarget;
import java.util.Optional;

/**
 * One principal of one statement of a trust policy, for people.
 *
 * @param statement counted from 1
 * @param effect as it is written
 * @param principal as it is written
 * @param understood whether it is known to be about the role's being assumed
 * @param condition in one line; empty when there is none
 * @param targetType as in {@link ShareTarget#type()}, where the statement is one that gives such a target the key
 * @param targetId the id of that target, or the path of a folder
 */
public record TrustEntry(
        int statement,
        String effect,
        String principal,
        boolean understood,
        String condition,
        Optional<String> targetType,
        Optional<String> targetId) {}
