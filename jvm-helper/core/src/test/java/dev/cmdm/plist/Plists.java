// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short ways to read what a test writes down. */
final class Plists {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
            + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n";

    private Plists() {}

    /** A whole document around a value. */
    static String document(String value) {
        return HEAD + "<plist version=\"1.0\">\n" + value + "\n</plist>\n";
    }

    static PlistDocument read(byte[] bytes) {
        return new PlistReader(PlistLimits.forProfile()).read(bytes);
    }

    static PlistDocument read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The value that a document around it gives, without a warning. */
    static PlistValue value(String value) {
        PlistDocument document = read(document(value));
        assertThat(document.warnings()).isEmpty();
        return document.root();
    }

    static List<String> warnings(byte[] bytes) {
        return read(bytes).warnings().stream().map(PlistWarning::code).toList();
    }

    static List<String> warnings(String text) {
        return warnings(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The error that reading gives, checked to be one line of our own words. */
    static <T extends PlistException> T refusal(Class<T> rule, byte[] bytes) {
        T error = catchThrowableOfType(rule, () -> read(bytes));
        assertThat(error).as("refused as %s", rule.getSimpleName()).isNotNull();
        assertThat(error.getMessage()).isNotBlank().doesNotContain("\n", "\r", "\0", "com.dd", "Exception");
        assertThat(error.place().describe()).doesNotContain("\n", "\r", "\0");
        return error;
    }

    static <T extends PlistException> T refusal(Class<T> rule, String text) {
        return refusal(rule, text.getBytes(StandardCharsets.UTF_8));
    }

    static PlistValue.Dict dict(String key, PlistValue value) {
        return PlistValue.Dict.empty().with(key, value);
    }

    static PlistValue.Text text(String value) {
        return new PlistValue.Text(value);
    }
}
