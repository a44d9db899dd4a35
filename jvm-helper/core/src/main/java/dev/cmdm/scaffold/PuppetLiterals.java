// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.PlistValue;

/**
 * Values as Puppet writes them. Its whole numbers have 63 bits; bytes and moments inside a Hash are text by the time they
 * reach a resource, for its compiler makes them so.
 */
final class PuppetLiterals extends HashLiterals {
    private static final int INTEGER_BITS = 63;

    /** Whether Puppet hands no such value on as what it is. */
    static boolean isMisfit(PlistValue value) {
        boolean wide =
                value instanceof PlistValue.Int integer && integer.value().bitLength() > INTEGER_BITS;
        return wide || value instanceof PlistValue.Data || value instanceof PlistValue.Date || Misfit.endless(value);
    }

    @Override
    char sigil() {
        return '$';
    }

    @Override
    public String data(PlistValue.Data data) {
        throw new IllegalStateException("bytes are a misfit");
    }

    @Override
    public String date(PlistValue.Date date) {
        throw new IllegalStateException("moments are a misfit");
    }
}
