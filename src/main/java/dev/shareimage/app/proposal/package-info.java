/** The changes as proposals: each is checked, shown and, once confirmed, carried out; and the service that makes them. */
@NullMarked
package dev.shareimage.app.proposal;

import org.jspecify.annotations.NullMarked;
