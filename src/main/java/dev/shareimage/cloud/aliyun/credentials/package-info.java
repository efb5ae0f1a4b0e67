/** The sources of credentials: one class for each source of the vendor's chain, and the chain. */
@NullMarked
package dev.shareimage.cloud.aliyun.credentials;

import org.jspecify.annotations.NullMarked;
