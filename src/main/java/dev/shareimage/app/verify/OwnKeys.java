package dev.shareimage.app.verify;

import dev.shareimage.app.state.ReadResult;
import dev.shareimage.domain.KeyId;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that the recipient could encrypt with.
 *
 * @param asked whether a key was named
 * @param usable the ids of those that look usable; unread if a key was named
 * @param chosen the key that is checked; empty if there is none, or if the list could not be read
 */
record OwnKeys(boolean asked, ReadResult<Set<KeyId>> usable, Optional<OwnKey> chosen) {}
