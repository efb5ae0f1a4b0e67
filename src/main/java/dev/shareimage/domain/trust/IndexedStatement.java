package dev.shareimage.domain.trust;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A statement with its service principals in a set, so that the time to look for an account does not depend on their
 * number.
 *
 * @param patterns the principals with wildcards
 */
record IndexedStatement(Statement statement, Set<String> services, List<String> patterns) {

    static IndexedStatement of(Statement statement) {
        Set<String> services = new HashSet<>(statement.services());
        return new IndexedStatement(
                statement,
                services,
                services.stream()
                        .filter(service -> new Glob(service).hasWildcard())
                        .toList());
    }
}
