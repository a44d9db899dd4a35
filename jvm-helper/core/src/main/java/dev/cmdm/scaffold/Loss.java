// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import java.util.Locale;

/**
 * Something of an installed profile that could not be recovered, or has to be known before the recovered one is used.
 *
 * @param code the stable word
 * @param keyPath where in the profile; empty for all of it
 * @param text one phrase for people, without any value
 */
public record Loss(Code code, String keyPath, String text) {
    /** What it is. */
    public enum Code {
        /** The listing shows settings, never the bytes; the derived UUID is another one than is installed. */
        NOT_PROVEN,
        /** It was signed, or the Mac does not say; the envelope is shown nowhere. */
        SIGNATURE,
        /** No setting of a payload is shown. */
        SETTINGS_NOT_SHOWN,
        /** The payload may have a password, a key or a certificate, which macOS does not show. */
        SECRETS_NOT_SHOWN,
        /** A password-like value is shown and was not written, for what is written goes where many read. */
        SECRET_LEFT_OUT,
        /** The profile enrolls the Mac and is never declared. */
        ENROLLMENT,
        /** Declarative management owns it, and cmdm leaves such profiles alone. */
        DECLARATIVE,
        /** Nobody knows who installed it; declarative management may own it. */
        ORIGIN_UNKNOWN,
        /** A person or a tool installed it; an MDM refuses to replace it. */
        LOCAL_COPY,
        /** It belongs to one user of this Mac. */
        USER,
        /** The notation has no way to write one of its values, so the profile stands there as text. */
        WRITTEN_AS_TEXT,
        /** It could not be written at all. */
        NOT_WRITABLE;

        /** The word in JSON, such as {@code not-proven}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** About all of a profile. */
    static Loss of(Code code, String text) {
        return new Loss(code, "", text);
    }

    /** In one line. */
    public String line() {
        return code.word() + ": " + (keyPath.isEmpty() ? "" : keyPath + ": ") + text;
    }
}
