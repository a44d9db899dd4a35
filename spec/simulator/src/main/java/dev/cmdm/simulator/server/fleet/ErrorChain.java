// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import dev.cmdm.simulator.server.Fields;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How Fleet writes a Mac's error chain into the detail of a profile: a line for each error. */
final class ErrorChain {
    private ErrorChain() {}

    static String words(byte[] report) {
        try {
            return GoPlist.any(report).get("ErrorChain") instanceof NSArray chain
                    ? Arrays.stream(chain.getArray()).map(ErrorChain::line).collect(Collectors.joining("\n"))
                    : "";
        } catch (GoSyntaxException e) {
            return "";
        }
    }

    private static String line(NSObject element) {
        var error = element instanceof NSDictionary dictionary ? dictionary : new NSDictionary();
        var text = Optional.of(Fields.text(error, "USEnglishDescription"))
                .filter(words -> !words.isEmpty())
                .orElseGet(() -> Fields.text(error, "LocalizedDescription"));
        return Fields.text(error, "ErrorDomain") + " (" + error.get("ErrorCode") + "): " + text;
    }
}
