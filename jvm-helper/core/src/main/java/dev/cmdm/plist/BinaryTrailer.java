// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** The end of a binary list, which says where everything is. (Apple, CFBinaryPList.c, CFBinaryPlistTrailer.) */
final class BinaryTrailer {
    static final String HEADER = "bplist00";
    private static final int LENGTH = 32;

    private BinaryTrailer() {}

    /** The objects of a list whose counts and offsets fit its bytes. */
    static BinaryObjects read(byte[] bytes, PlistLimits limits) {
        int trailer = bytes.length - LENGTH;
        if (trailer <= HEADER.length()) {
            throw broken("the binary list is cut off");
        } else if (bytes[6] != '0' || bytes[7] != '0') {
            throw broken("a version of the binary format other than 00");
        }
        int offsetSize = bytes[trailer + 6];
        int referenceSize = bytes[trailer + 7];
        long count = BinaryContent.unsigned(bytes, trailer + 8, 8);
        long top = BinaryContent.unsigned(bytes, trailer + 16, 8);
        long table = BinaryContent.unsigned(bytes, trailer + 24, 8);
        if (offsetSize < 1 || offsetSize > 8 || referenceSize < 1 || referenceSize > 8) {
            throw broken("offsets or references of a size that does not exist");
        } else if (count < 1 || count > trailer || top < 0 || top >= count) {
            throw broken("a count of objects that the bytes cannot hold");
        } else if (table <= HEADER.length() || table > trailer || table + count * offsetSize != trailer) {
            throw broken("a table of offsets that is not where it should be, or bytes behind the list");
        } else if (count > limits.values()) {
            throw TooLargeException.values(limits.values(), Place.TOP);
        }
        return new BinaryObjects(bytes, (int) table, offsetSize, referenceSize, (int) count, (int) top);
    }

    private static MalformedBinaryException broken(String what) {
        return new MalformedBinaryException(what, Place.TOP);
    }
}
