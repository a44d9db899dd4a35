// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The errors a Mac reports to its MDM, from {@code errors.tsv}. */
public final class MacErrors {
    /**
     * One element of an ErrorChain.
     *
     * @param domain ErrorDomain
     * @param code ErrorCode
     * @param text LocalizedDescription
     */
    public record MacError(String domain, int code, String text) {}

    private static final Map<String, Row> ROWS = Table.rows("errors.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get("id"), Function.identity()));

    private MacErrors() {}

    /**
     * The error of this id.
     *
     * @param values what stands for the names in braces
     * @throws IllegalArgumentException if the table has no such error
     */
    public static MacError get(String id, Map<String, String> values) {
        Row row = Optional.ofNullable(ROWS.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no error is called " + id));
        return new MacError(
                row.get("domain"), Integer.parseInt(row.get("code")), Template.fill(row.get("text"), values));
    }
}
