// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Dict;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final KeyPath TOP = KeyPath.TOP;
    private static final String WRITTEN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- first -->
            <plist version="1.0">
              <dict>
                <key>a</key> <string>é&amp;日</string>
                <key>b<!-- <key>x</key> --></key>
                <array>
                  <true></true><integer>1</integer> <string>😀<![CDATA[</string>]]></string><false/>
                  <dict><key>c</key><array/><key/><data>
                  AAEC</data></dict>
                </array>
                <key>last</key><date>2026-01-31T00:00:00Z</date>
              </dict>
            </plist>
            """;

    private static Places places(byte[] bytes) {
        return Places.in(Plists.read(bytes), new Bytes(bytes));
    }

    private static Places places(String text) {
        return places(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsLineAndColumnOfEachValue() {
        Places places = places(WRITTEN);
        assertThat(places.get(TOP)).isEqualTo(new Place("", 4, 3));
        assertThat(places.get(TOP.key("a"))).isEqualTo(new Place("a", 5, 18));
        assertThat(places.get(TOP.key("b"))).isEqualTo(new Place("b", 7, 5));
        assertThat(places.get(TOP.key("b").item(0))).isEqualTo(new Place("b[0]", 8, 7));
        assertThat(places.get(TOP.key("b").item(1))).isEqualTo(new Place("b[1]", 8, 20));
        assertThat(places.get(TOP.key("b").item(3))).isEqualTo(new Place("b[3]", 8, 80));
        assertThat(places.get(TOP.key("b").item(4).key("c"))).isEqualTo(new Place("b[4].c", 9, 25));
        assertThat(places.get(TOP.key("b").item(4).key(""))).isEqualTo(new Place("b[4].\"\"", 9, 39));
        assertThat(places.get(TOP.key("last"))).isEqualTo(new Place("last", 12, 20));
    }

    @Test
    void takesTheLineOfTheNearestValueAroundWhatIsMissing() {
        Places places = places(WRITTEN);
        assertThat(places.get(TOP.key("none"))).isEqualTo(new Place("none", 4, 3));
        assertThat(places.get(TOP.item(0))).isEqualTo(new Place("[0]", 4, 3));
        assertThat(places.get(TOP.key("b").item(5).key("x"))).isEqualTo(new Place("b[5].x", 7, 5));
        assertThat(places.get(TOP.key("b").key("x"))).isEqualTo(new Place("b.x", 7, 5));
        assertThat(places.get(TOP.key("a").key("x"))).isEqualTo(new Place("a.x", 5, 18));
    }

    @Test
    void countsTheLinesOfTheFileInEveryEncoding() {
        Place there = new Place("b[4].c", 9, 25);
        KeyPath path = TOP.key("b").item(4).key("c");
        String declared = WRITTEN.replace("UTF-8", "UTF-16");
        assertThat(places(EncodingTest.utf16(declared, true)).get(path)).isEqualTo(there);
        assertThat(places(EncodingTest.utf16(declared, false)).get(path)).isEqualTo(there);
        assertThat(places("\uFEFF" + WRITTEN).get(path)).isEqualTo(there);
        assertThat(places(WRITTEN.replace("\n", "\r\n")).get(path)).isEqualTo(there);
        assertThat(places("\n\n" + WRITTEN).get(path)).isEqualTo(new Place("b[4].c", 11, 25));
        String escaped = WRITTEN.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        assertThat(places(escaped).get(path)).isEqualTo(there);
    }

    @Test
    void knowsNoLinesOfBinaryLists() {
        byte[] list = BinaryPlist.write(Plists.dict("a", Plists.text("b")));
        assertThat(places(list).get(TOP.key("a"))).isEqualTo(new Place("a", 0, 0));
        assertThat(Places.NONE.get(TOP.key("x"))).isEqualTo(new Place("x", 0, 0));
    }

    /** The canonical form has one value per line, so that the line of each is known without looking for tags. */
    @Test
    void findsEveryValueOfGeneratedLists() {
        Random random = new Random(1837);
        for (int i = 0; i < 200; i++) {
            PlistValue value =
                    ValueGenerator.withTexts(ValueGenerator.dict(random, 4), text -> text.replaceAll("\\v", "_"));
            byte[] bytes = CanonicalXml.write(value);
            PlistDocument document = Plists.read(bytes);
            int[] line = {4};
            check(Places.in(document, new Bytes(bytes)), TOP, document.root(), line);
        }
    }

    private static void check(Places places, KeyPath path, PlistValue value, int[] line) {
        assertThat(places.get(path).line()).as(path.toString()).isEqualTo(line[0]++);
        if (value instanceof Dict dict) {
            for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
                line[0]++;
                check(places, path.key(entry.getKey()), entry.getValue(), line);
            }
            line[0] += dict.entries().isEmpty() ? 0 : 1;
        } else if (value instanceof Array array) {
            for (int index = 0; index < array.items().size(); index++) {
                check(places, path.item(index), array.items().get(index), line);
            }
            line[0] += array.items().isEmpty() ? 0 : 1;
        }
    }
}
