package dev.shareimage.domain.trust;

import dev.shareimage.domain.ShareTarget;
import java.util.Optional;

/**
 * One principal of one statement of a trust policy, for people.
 *
 * @param statement the number of the statement, counted from 1
 * @param effect the effect as written in the statement
 * @param principal the principal as written in the statement
 * @param understood whether the statement certainly concerns assuming the role
 * @param condition the condition as one line; empty if there is none
 * @param targetType the type as in {@link ShareTarget#type()}, if the statement trusts such a target
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
