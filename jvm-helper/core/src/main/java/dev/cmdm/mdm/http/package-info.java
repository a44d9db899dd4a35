/**
 * One HTTP caller for all products: deadlines, size caps, TLS, the credential, and what every server's
 * answers have in common. The only user of Apache HttpClient, whose classes are loaded at the first call.
 */
@NullMarked
package dev.cmdm.mdm.http;

import org.jspecify.annotations.NullMarked;
