/** What is there and who put it there. */
@NullMarked
package dev.cmdm.installed;

import org.jspecify.annotations.NullMarked;
