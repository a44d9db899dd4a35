// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import dev.cmdm.simulator.facts.MacErrors.MacError;
import java.util.List;
import java.util.Map;

/**
 * What a Mac reports about one command.
 *
 * @param status Acknowledged, Error, CommandFormatError or NotNow
 * @param results further keys of the report
 */
record Answer(String status, Map<String, NSObject> results) {
    static final Answer ACKNOWLEDGED = new Answer("Acknowledged", Map.of());
    static final Answer NOT_NOW = new Answer("NotNow", Map.of());
    static final Answer MALFORMED = new Answer("CommandFormatError", Map.of());

    static Answer acknowledged(String key, NSObject result) {
        return new Answer("Acknowledged", Map.of(key, result));
    }

    static Answer error(List<MacError> chain) {
        return new Answer(
                "Error",
                Map.of(
                        "ErrorChain",
                        new NSArray(chain.stream().map(Answer::element).toArray(NSObject[]::new))));
    }

    /** The report for the command of this CommandUUID. */
    NSDictionary report(String commandUuid) {
        NSDictionary report = new NSDictionary();
        report.put("CommandUUID", commandUuid);
        report.put("Status", status);
        results.forEach(report::put);
        return report;
    }

    private static NSObject element(MacError error) {
        NSDictionary element = new NSDictionary();
        element.put("ErrorCode", error.code());
        element.put("ErrorDomain", error.domain());
        element.put("LocalizedDescription", error.text());
        element.put("USEnglishDescription", error.text());
        return element;
    }
}
