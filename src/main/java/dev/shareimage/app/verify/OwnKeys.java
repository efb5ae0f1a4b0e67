package dev.shareimage.app.verify;

import dev.shareimage.app.state.ReadResult;
import dev.shareimage.domain.KeyId;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that the recipient could encrypt with.
 *
 * @param asked whether a key was named, rather than any usable one wanted
 * @param usable the ids of those that look usable; unread where a key was named
 * @param chosen the one that is looked at; empty where there is none, or where the list could not be read
 */
record OwnKeys(boolean asked, ReadResult<Set<KeyId>> usable, Optional<OwnKey> chosen) {}
