/** Changes as proposals: each is checked, shown, confirmed and carried out. Also the service that makes them. */
@NullMarked
package dev.shareimage.app.proposal;

import org.jspecify.annotations.NullMarked;
