/** JSON of requests and answers. */
@NullMarked
package dev.cmdm.wire;

import org.jspecify.annotations.NullMarked;
