/** Carries out a plan: sends and awaits apart, and calls done only what it has seen in a later reading. */
@NullMarked
package dev.cmdm.apply;

import org.jspecify.annotations.NullMarked;
