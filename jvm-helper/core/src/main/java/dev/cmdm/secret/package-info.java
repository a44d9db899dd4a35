/** Where a secret comes from, and a secret that never prints itself. */
@NullMarked
package dev.cmdm.secret;

import org.jspecify.annotations.NullMarked;
