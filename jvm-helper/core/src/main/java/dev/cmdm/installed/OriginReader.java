// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads who put each profile there, from what {@code profiles -P -v} printed: the only output of
 * macOS that tells. Its values are not escaped, so any of them can look like further lines; what two
 * lines say differently counts as not told.
 */
public final class OriginReader {
    private OriginReader() {}

    /**
     * Adds origins to a listing.
     *
     * @param verbose all that the tool printed
     * @param listing the same Mac's listing
     * @return the listing's profiles; one that the text does not have, under the same owner with the same
     *     identifier and UUID, stays {@link Origin#UNKNOWN}
     * @throws ListingUnreadableException when the text describes no profile while the listing has some
     */
    public static Installed read(byte[] verbose, Installed listing) {
        VerboseText text = VerboseText.read(verbose);
        if (text.entries().isEmpty() && !listing.profiles().isEmpty() && !text.nothingInstalled()) {
            throw new ListingUnreadableException("described no profile");
        }
        Origin unmarked = unmarked(text.entries(), listing);
        Map<String, List<VerboseText.Entry>> named =
                text.entries().stream().collect(Collectors.groupingBy(VerboseText.Entry::name));
        List<InstalledProfile> profiles = listing.profiles().stream()
                .map(profile -> told(profile, named.getOrDefault(VerboseText.name(profile), List.of()), unmarked))
                .toList();
        return new Installed(profiles, listing.whole(), true, listing.warnings());
    }

    private static InstalledProfile told(InstalledProfile profile, List<VerboseText.Entry> entries, Origin unmarked) {
        List<VerboseText.Entry> its =
                entries.stream().filter(entry -> entry.describes(profile)).toList();
        InstalledProfile known = profile.with(origin(its, unmarked));
        return its.stream().anyMatch(VerboseText.Entry::declarative) ? known.owned() : known;
    }

    private static Origin origin(List<VerboseText.Entry> its, Origin unmarked) {
        Set<Origin> told = its.stream().map(entry -> entry.origin(unmarked)).collect(Collectors.toSet());
        return told.size() == 1 ? told.iterator().next() : Origin.UNKNOWN;
    }

    /**
     * What a profile without a mark is. Where macOS marks others, it was installed by hand. Where it marks
     * none, this release does not tell; only a Mac without any enrollment can then have no profile of an MDM,
     * because the end of an enrollment takes them all along.
     */
    private static Origin unmarked(List<VerboseText.Entry> entries, Installed listing) {
        boolean marks = entries.stream().anyMatch(VerboseText.Entry::marked);
        boolean unenrolled = listing.whole() && !listing.showsEnrollment();
        return marks || unenrolled ? Origin.LOCAL : Origin.UNKNOWN;
    }
}
