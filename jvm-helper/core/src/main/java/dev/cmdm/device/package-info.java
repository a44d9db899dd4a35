/** Facts of a Mac as values. */
@NullMarked
package dev.cmdm.device;

import org.jspecify.annotations.NullMarked;
