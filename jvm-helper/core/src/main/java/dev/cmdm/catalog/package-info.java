/** Apple's payload schema, as far as decisions rest on it. */
@NullMarked
package dev.cmdm.catalog;

import org.jspecify.annotations.NullMarked;
