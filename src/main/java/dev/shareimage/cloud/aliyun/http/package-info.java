/** The transport below the SDK's clients: connections, proxies, certificate authorities, time limits, faults in plain words. */
@NullMarked
package dev.shareimage.cloud.aliyun.http;

import org.jspecify.annotations.NullMarked;
