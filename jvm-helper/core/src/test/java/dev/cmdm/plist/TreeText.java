// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** One line of ASCII for a tree, which a program in another language can make as well: equal lines are equal trees. */
final class TreeText implements PlistValue.Cases<String> {
    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    static String of(PlistValue value) {
        return value.match(new TreeText());
    }

    @Override
    public String dict(PlistValue.Dict dict) {
        return dict.entries().entrySet().stream()
                .map(entry -> text(entry.getKey()) + ":" + entry.getValue().match(this))
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public String array(PlistValue.Array array) {
        return array.items().stream().map(item -> item.match(this)).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public String text(PlistValue.Text text) {
        return text(text.value());
    }

    private static String text(String text) {
        return "s" + HEX.formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String data(PlistValue.Data data) {
        return "d" + HEX.formatHex(data.bytes().toArray());
    }

    @Override
    public String date(PlistValue.Date date) {
        return "t" + SECONDS.format(date.instant());
    }

    @Override
    public String integer(PlistValue.Int integer) {
        return "i" + integer.value();
    }

    @Override
    public String real(PlistValue.Real real) {
        return "r" + HEX.toHexDigits(Double.doubleToRawLongBits(real.value()));
    }

    @Override
    public String bool(PlistValue.Bool bool) {
        return "b" + (bool.value() ? 1 : 0);
    }
}
