// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.plist.Bytes;

/**
 * The bytes in which a declared profile could be sent.
 *
 * @param kind how they come about
 * @param body what would be sent
 * @param uuid the top-level UUID to be expected on the Mac afterwards
 */
public record Form(Kind kind, Body body, String uuid) {
    /** A form whose bytes are there and signed by nobody whom cmdm knows. */
    public Form(Kind kind, Bytes content, long size, String uuid) {
        this(kind, new Ready(content, size, NOBODY), uuid);
    }

    /** Who signed what nobody did. */
    public static final String NOBODY = "";

    /** How a form comes about. */
    public enum Kind {
        /** Canonical XML with the derived UUID, in an envelope signed by this site's own identity. */
        SIGNED("signed"),
        /** Byte for byte as declared: signed input, and unsigned input that is not to be stamped. */
        GIVEN("as given"),
        /** Canonical XML with the derived UUID. */
        CANONICAL("plain"),
        /** The smallest XML with the derived UUID. */
        COMPACT("compact"),
        /** The smallest binary property list with the derived UUID. */
        BINARY("binary"),
        /** An object of the server's own, made from the content, which the Mac shows under the object's name. */
        OBJECT("as a profile of the server's own");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The bytes of a form. They may be made only when they are first asked for, and are the same from then on. */
    public interface Body {
        /** What would be sent, never empty. */
        Bytes content();

        /** What the server counts, in its own unit. */
        long size();

        /** Whether that is no more than a limit; may be known although the bytes are not. */
        boolean fits(long limit);

        /** Who signed it, in a word that tells one certificate from another; empty when nobody did. */
        String signer();
    }

    /** A body that is there. */
    public record Ready(Bytes content, long size, String signer) implements Body {
        @Override
        public boolean fits(long limit) {
            return size <= limit;
        }
    }

    /** What would be sent. */
    public Bytes content() {
        return body.content();
    }

    /** What the server counts, in its own unit. */
    public long size() {
        return body.size();
    }

    /** The same bytes, which stand on the Mac under another UUID. */
    Form under(String other) {
        return new Form(kind, body, other);
    }
}
