/** A small HTTP/1.1 server on loopback that accepts what real clients send and can produce network faults. */
@NullMarked
package dev.shareimage.sandbox.http;

import org.jspecify.annotations.NullMarked;
