/** The ports: what the program needs of the cloud, in its own words. */
@NullMarked
package dev.shareimage.cloud;

import org.jspecify.annotations.NullMarked;
