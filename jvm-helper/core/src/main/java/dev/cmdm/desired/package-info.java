/** What is declared. */
@NullMarked
package dev.cmdm.desired;

import org.jspecify.annotations.NullMarked;
