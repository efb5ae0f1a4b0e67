/** A small HTTP/1.1 server on loopback that takes the framings real clients send and can misbehave on purpose. */
@NullMarked
package dev.shareimage.sandbox.http;

import org.jspecify.annotations.NullMarked;
