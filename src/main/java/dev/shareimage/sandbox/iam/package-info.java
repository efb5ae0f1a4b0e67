/** Identities and rights: RAM policies, trust policies, and the APIs of RAM and STS. */
@NullMarked
package dev.shareimage.sandbox.iam;

import org.jspecify.annotations.NullMarked;
