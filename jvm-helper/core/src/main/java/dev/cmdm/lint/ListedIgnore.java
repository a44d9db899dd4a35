// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When a list or an option names what is not to be heard. In each of the three an asterisk stands for any text.
 *
 * @param code the code of a finding
 * @param where the PayloadIdentifier of the profile or the file
 * @param keyPath the key path
 */
public record ListedIgnore(Pattern code, Pattern where, Pattern keyPath) implements Ignore {
    private static final Pattern CODE = Pattern.compile("[a-z*][a-z0-9*-]*");

    @Override
    public boolean covers(Finding finding, String file) {
        boolean here = where.matcher(finding.identifier()).matches()
                || where.matcher(file).matches();
        return here
                && code.matcher(finding.code()).matches()
                && keyPath.matcher(finding.keyPath()).matches();
    }

    /**
     * From {@code CODE} or {@code CODE:KEYPATH}, as an option has it.
     *
     * @throws BadIgnoreException when it has another form or names a code that lint lacks
     */
    public static ListedIgnore option(String text) {
        String[] parts = text.split(":", 2);
        return of(parts[0], "*", parts.length == 2 ? parts[1] : "*", text);
    }

    /**
     * From the lines of a file: {@code CODE [IDENTIFIER-OR-FILE [KEYPATH]]}; what follows # is a comment.
     *
     * @param file its name, for messages
     * @throws BadIgnoreException when a line has another form or names a code that lint lacks
     */
    public static List<Ignore> file(List<String> lines, String file) {
        List<Ignore> ignores = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).replaceFirst("(^|\\s)#.*", "").strip();
            if (!line.isEmpty()) {
                String[] parts = line.split("\\s+", 3);
                ignores.add(of(
                        parts[0],
                        parts.length > 1 ? parts[1] : "*",
                        parts.length > 2 ? parts[2] : "*",
                        file + ", line " + number));
            }
        }
        return ignores;
    }

    private static ListedIgnore of(String code, String where, String keyPath, String origin) {
        if (!CODE.matcher(code).matches()) {
            throw new BadIgnoreException(origin);
        }
        Pattern codes = glob(code);
        if (!CodeWords.anyKnown(codes.asMatchPredicate())) {
            throw new BadIgnoreException(origin, code);
        }
        return new ListedIgnore(codes, glob(where), glob(keyPath));
    }

    private static Pattern glob(String text) {
        String regex = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL);
    }
}
