/**
 * The ports: what the program needs of the cloud, in its own words.
 *
 * <p>Every method of a port throws {@link dev.shareimage.cloud.CloudException} if the cloud refuses the call, cannot be
 * reached or gives an answer without the required data, if the time limit is reached, or if the run is interrupted.
 */
@NullMarked
package dev.shareimage.cloud;

import org.jspecify.annotations.NullMarked;
