// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import java.util.List;
import java.util.Optional;

/**
 * Why a Mac refused a command, in the words of its own report, the outermost error first. (Apple, MDM protocol,
 * ErrorChain.)
 */
public final class ErrorChain {
    /** Longer than any that a Mac was seen to report; what comes from elsewhere has an end. */
    private static final int MOST = 8;

    private static final int LONGEST = 500;

    private ErrorChain() {}

    /**
     * The errors of a report, a line each: {@code ConfigProfilePluginDomain (-319): text}.
     *
     * @param report the property list that the Mac sent
     * @return none when it is no property list, or tells of none
     */
    public static List<String> of(Bytes report) {
        try {
            PlistValue root = new PlistReader(PlistLimits.forListing())
                    .read(report.toArray())
                    .root();
            return root instanceof Dict dict ? of(dict) : List.of();
        } catch (PlistException e) {
            return List.of();
        }
    }

    /** The same of a report that was read already. */
    public static List<String> of(Dict report) {
        return report.findArray("ErrorChain").map(Array::items).orElse(List.of()).stream()
                .filter(Dict.class::isInstance)
                .map(Dict.class::cast)
                .limit(MOST)
                .map(ErrorChain::line)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** English where the Mac tells it, for people search for that; else its own language. */
    private static String line(Dict error) {
        String text = error.findText("USEnglishDescription")
                .or(() -> error.findText("LocalizedDescription"))
                .orElse("");
        String code = error.find("ErrorCode")
                .flatMap(ErrorChain::findNumber)
                .map(number -> " (" + number + ")")
                .orElse("");
        String place = error.findText("ErrorDomain").orElse("") + code;
        return OneLine.of(place.isBlank() ? text : text.isBlank() ? place : place + ": " + text, LONGEST);
    }

    private static Optional<String> findNumber(PlistValue code) {
        return code instanceof Int number ? Optional.of(number.value().toString()) : Optional.empty();
    }
}
