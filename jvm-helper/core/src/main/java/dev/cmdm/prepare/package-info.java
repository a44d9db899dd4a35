/** The forms in which each declared profile could be sent, made and measured before anything is decided. */
@NullMarked
package dev.cmdm.prepare;

import org.jspecify.annotations.NullMarked;
