// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** Tells what bytes are that are no property list, so that the error can say what to do. */
final class OtherFormat {
    private OtherFormat() {}

    /** What stands at the cursor, in a few words that hold nothing of it. */
    static String describe(XmlCursor in) {
        if (in.atEnd()) {
            return in.end == 0 ? "the input is empty" : "the input holds white space only";
        } else if (in.holds(in.at, "PD94bW") || in.holds(in.at, "PCFET0") || in.holds(in.at, "YnBsaX")) {
            return "base64 around a property list; decode it first";
        } else if (in.holds(in.at, "-----BEGIN ")) {
            return "text in PEM form, such as a certificate or a signed message";
        }
        return switch (in.peek(0)) {
            case 0x1F -> "compressed data; unpack it first";
            case 0x30 -> "data in DER form, such as PKCS#12 or a certificate";
            case 'P' -> in.holds(in.at, "PK") ? "a zip archive; unpack it first" : plain();
            case '{', '(', '[' -> "JSON or the old property list format; convert it to XML first";
            default -> plain();
        };
    }

    private static String plain() {
        return "neither an XML nor a binary property list";
    }
}
