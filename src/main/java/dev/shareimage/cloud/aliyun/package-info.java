/** The ports over the vendor's SDK: the only code that sees it. Requests, signing, sending, retries, errors, paging. */
@NullMarked
package dev.shareimage.cloud.aliyun;

import org.jspecify.annotations.NullMarked;
