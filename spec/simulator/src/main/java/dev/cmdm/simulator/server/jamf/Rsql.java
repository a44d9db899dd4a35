// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** A filter of comparisons that must all hold, joined by {@code and} or a semicolon; {@code *} at the end means any rest. */
final class Rsql {
    private static final Pattern TERM = Pattern.compile("\\s*([A-Za-z.]+)\\s*(==|!=|=[gl][et]=|[<>]=?)\\s*"
            + "(?:\"([^\"]*)\"|'([^']*)'|([^\\s;,()]+))\\s*(?:;|\\band\\b|$)");

    private static final Map<String, BiPredicate<Integer, Integer>> ORDERS = Map.of(
            "=gt=", (order, zero) -> order > zero,
            "=ge=", (order, zero) -> order >= zero,
            "=lt=", (order, zero) -> order < zero,
            "=le=", (order, zero) -> order <= zero,
            ">", (order, zero) -> order > zero,
            ">=", (order, zero) -> order >= zero,
            "<", (order, zero) -> order < zero,
            "<=", (order, zero) -> order <= zero);

    private record Term(String field, String operator, String value) {}

    private final List<Term> terms;

    private Rsql(List<Term> terms) {
        this.terms = terms;
    }

    /** The filter of this text; nothing if it is none. */
    static Optional<Rsql> find(String text) {
        var terms = new ArrayList<Term>();
        var matcher = TERM.matcher(text);
        int at = 0;
        while (at < text.length() && matcher.region(at, text.length()).lookingAt()) {
            terms.add(new Term(matcher.group(1), matcher.group(2), value(matcher)));
            at = matcher.end();
        }
        return at == text.length() && !terms.isEmpty() ? Optional.of(new Rsql(List.copyOf(terms))) : Optional.empty();
    }

    /** The first field that is not among these. */
    Optional<String> findUnknown(List<String> known) {
        return terms.stream()
                .map(Term::field)
                .filter(field -> !known.contains(field))
                .findFirst();
    }

    /** Whether everything holds for these values, by field; case does not count. */
    boolean holds(Map<String, String> values) {
        return terms.stream().allMatch(term -> holds(term, values.getOrDefault(term.field(), "")));
    }

    private static boolean holds(Term term, String value) {
        if (ORDERS.containsKey(term.operator())) {
            return ORDERS.get(term.operator()).test(order(value, term.value()), 0);
        }
        return isEqual(term.value(), value) == term.operator().equals("==");
    }

    private static boolean isEqual(String wanted, String value) {
        return wanted.endsWith("*")
                ? value.regionMatches(true, 0, wanted, 0, wanted.length() - 1)
                : value.equalsIgnoreCase(wanted);
    }

    private static int order(String value, String wanted) {
        try {
            return Instant.parse(value).compareTo(Instant.parse(wanted));
        } catch (DateTimeParseException e) {
            return value.compareToIgnoreCase(wanted);
        }
    }

    private static String value(java.util.regex.Matcher matcher) {
        return Optional.ofNullable(matcher.group(3))
                .or(() -> Optional.ofNullable(matcher.group(4)))
                .orElseGet(() -> matcher.group(5));
    }
}
