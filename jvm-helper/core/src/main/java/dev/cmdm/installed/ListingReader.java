// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.plist.MalformedXmlException;
import dev.cmdm.plist.Place;
import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistWarning;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@code profiles -P -o stdout-xml} printed. It is data from elsewhere: text lines around
 * the property list are tolerated, what a newer release adds is passed over, and whatever cannot be
 * relied on is unreadable, never empty. The page beside the vectors in {@code spec/contract/listings}
 * has every rule.
 */
public final class ListingReader {
    private static final PlistLimits LIMITS = PlistLimits.forListing();
    private static final PlistReader PLISTS = new PlistReader(LIMITS);

    private ListingReader() {}

    /**
     * Reads one listing.
     *
     * @param output all that the tool printed, at most 16 MiB
     * @param whole whether the tool ran as root and so saw everything
     * @return what is installed, origins unknown
     * @throws ListingUnreadableException when there is no property list, it is broken, or it is not
     *     what such a listing is
     */
    public static Installed read(byte[] output, boolean whole) {
        if (output.length > LIMITS.bytes()) {
            throw new ListingUnreadableException("printed more than " + LIMITS.bytes() + " bytes");
        } else if (Sentences.nothingInstalled(output)) {
            return new Installed(List.of(), whole, false);
        }
        List<PlistWarning> warnings = new ArrayList<>();
        ListingEntries entries = new ListingEntries(root(ListingText.cut(output, warnings), warnings), warnings);
        return new Installed(entries.profiles(), whole, false, warnings);
    }

    private static PlistValue root(byte[] plist, List<PlistWarning> warnings) {
        try {
            return PLISTS.read(plist).root();
        } catch (MalformedXmlException strict) {
            return repaired(plist, strict, warnings);
        } catch (PlistException e) {
            throw broken(e);
        }
    }

    private static PlistValue repaired(byte[] plist, MalformedXmlException strict, List<PlistWarning> warnings) {
        try {
            PlistValue root = PLISTS.read(ListingText.repair(plist)).root();
            warnings.add(new PlistWarning(
                    "repaired", "bytes that XML does not allow were replaced in the listing", strict.place()));
            return root;
        } catch (PlistException still) {
            throw broken(strict);
        }
    }

    private static ListingUnreadableException broken(PlistException e) {
        Place place = e.place();
        String where = place.describe().isEmpty() ? "" : " (" + place.describe() + ")";
        return new ListingUnreadableException("printed a property list that is broken: " + e.getMessage() + where);
    }
}
