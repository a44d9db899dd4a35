// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.input;

import static dev.cmdm.input.Reading.CANARY;
import static dev.cmdm.input.Reading.profile;
import static dev.cmdm.input.Reading.row;
import static dev.cmdm.input.Reading.setting;
import static dev.cmdm.input.Reading.xml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.plist.BinaryPlist;
import dev.cmdm.plist.PlistValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are broken in their form. */
class MalformedInputTest {
    private static final String WHOLE = setting("<string>" + CANARY + "</string>");
    private static final byte[] BINARY = BinaryPlist.write(new PlistValue.Dict(
            Map.of("a", new PlistValue.Array(List.of(new PlistValue.Text(CANARY), PlistValue.Int.of(1))))));

    static Stream<Arguments> texts() {
        return Stream.of(
                row("malformed-xml", "cut off in a tag", WHOLE.substring(0, WHOLE.lastIndexOf("</plist>") + 4)),
                row("malformed-xml", "cut off in text", WHOLE.substring(0, WHOLE.indexOf(CANARY) + 3)),
                row("malformed-xml", "an unescaped ampersand", setting("<string>" + CANARY + " & b</string>")),
                row("malformed-xml", "an HTML entity", setting("<string>&nbsp;</string>")),
                row("malformed-xml", "tags that cross", xml("<key>a</key><array><dict></array></dict>")),
                row("malformed-xml", "a control character", setting("<string>a\u0001</string>")),
                row(
                        "malformed-xml",
                        "Latin-1 undeclared",
                        WHOLE.replace(CANARY, "é").getBytes(StandardCharsets.ISO_8859_1)),
                row("malformed-xml", "UTF-16 without its mark", WHOLE.getBytes(StandardCharsets.UTF_16LE)),
                row("malformed-xml", "UTF-16 declared, UTF-8 written", WHOLE.replace("UTF-8", "UTF-16")),
                row("malformed-xml", "two encodings in one file", mixed()),
                row("malformed-xml", "text after the end", WHOLE + CANARY),
                row("malformed-xml", "two documents", WHOLE + WHOLE),
                row("malformed-xml", "a second list", WHOLE + "<plist><dict/></plist>"),
                row("malformed-plist", "an unknown element", setting("<text>" + CANARY + "</text>")),
                row("malformed-plist", "an element in another case", setting("<String>" + CANARY + "</String>")),
                row("malformed-plist", "a key without a value", xml("<key>a</key>")),
                row("malformed-plist", "a value without a key", xml("<string>" + CANARY + "</string>")),
                row("malformed-plist", "two values for a key", xml("<key>a</key><true/><false/>")),
                row("malformed-plist", "text between elements", xml("<key>a</key>" + CANARY + "<true/>")),
                row("malformed-plist", "a placeholder between elements", profile("{{payloads}}")),
                row("malformed-plist", "another root", "<?xml version='1.0'?><dict/>"),
                row("malformed-plist", "a feed", "<?xml version='1.0'?><rss version='2.0'></rss>"),
                row("malformed-plist", "nothing in it", "<?xml version='1.0'?><plist></plist>"));
    }

    static Stream<Arguments> binary() {
        return Stream.of(
                row("malformed-binary", "the header alone", "bplist00"),
                row("malformed-binary", "cut off", Arrays.copyOf(BINARY, BINARY.length - 1)),
                row("malformed-binary", "cut off in the middle", Arrays.copyOf(BINARY, BINARY.length / 2)),
                row("malformed-binary", "bytes behind the end", Arrays.copyOf(BINARY, BINARY.length + 1)),
                row(
                        "malformed-binary",
                        "another version",
                        new String(BINARY, StandardCharsets.ISO_8859_1)
                                .replace("bplist00", "bplist15")
                                .getBytes(StandardCharsets.ISO_8859_1)),
                row("malformed-binary", "a count beyond the file", patched(BINARY.length - 24, Long.MAX_VALUE)),
                row("malformed-binary", "a negative count", patched(BINARY.length - 24, -1)),
                row("malformed-binary", "a top that is not there", patched(BINARY.length - 16, 99)),
                row("malformed-binary", "a table beyond the file", patched(BINARY.length - 8, 1L << 40)),
                row("malformed-binary", "an array in itself", list(new byte[] {(byte) 0xA1, 0})),
                row("malformed-binary", "a cycle of two", list(new byte[] {(byte) 0xA1, 1}, new byte[] {(byte) 0xA1, 0
                })),
                row("malformed-binary", "a graph that explodes", explosion()));
    }

    static Stream<Arguments> entities() {
        String entity = "<!DOCTYPE plist [<!ENTITY a \"" + CANARY + "\">]>";
        String external = "<!DOCTYPE plist SYSTEM \"http://127.0.0.1/x\" [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        String rest = "<plist><dict><key>a</key><string>&a;</string></dict></plist>";
        return Stream.of(
                row("entity-declaration", "an entity", entity + rest),
                row("entity-declaration", "an entity after a declaration", "<?xml version='1.0'?>" + entity + rest),
                row("entity-declaration", "an external entity", external + rest),
                row(
                        "entity-declaration",
                        "a parameter entity",
                        "<!DOCTYPE plist [<!ENTITY % a SYSTEM 'x'> %a;]>" + rest),
                row("entity-declaration", "an empty subset", "<!DOCTYPE plist []>" + rest),
                row(
                        "entity-declaration",
                        "a subset without entities",
                        "<!DOCTYPE plist [<!ELEMENT plist ANY>]>" + rest),
                row("entity-declaration", "a subset that is never closed", "<!DOCTYPE plist [<!ENTITY"),
                row("entity-declaration", "in UTF-16", ("\uFEFF" + entity + rest).getBytes(StandardCharsets.UTF_16BE)),
                row("entity-declaration", "behind a comment", "<!-- a -->" + entity + rest),
                row("entity-declaration", "inside the list", "<plist>" + entity + "<dict/></plist>"),
                row("entity-declaration", "behind the list", WHOLE + entity),
                row(
                        "entity-declaration",
                        "HTML-escaped",
                        (entity + rest).replace("&", "&amp;").replace("<", "&lt;")),
                row("entity-declaration", "a thousand million laughs", laughs()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"texts", "binary", "entities"})
    void isRefused(String word, String input, Supplier<byte[]> bytes) {
        ErrorInfo error = Reading.refusal(bytes.get());
        assertThat(error.errorClass()).isEqualTo(word);
    }

    private static byte[] mixed() {
        byte[] utf8 = profile("<key>é</key><string>").getBytes(StandardCharsets.UTF_8);
        byte[] latin = "é</string></dict></plist>".getBytes(StandardCharsets.ISO_8859_1);
        int cut = new String(utf8, StandardCharsets.ISO_8859_1).lastIndexOf("</dict>");
        return ByteBuffer.allocate(cut + latin.length)
                .put(utf8, 0, cut)
                .put(latin)
                .array();
    }

    private static byte[] patched(int offset, long number) {
        byte[] copy = BINARY.clone();
        ByteBuffer.wrap(copy).putLong(offset, number);
        return copy;
    }

    /** Each of thirty arrays holds the next one twice. */
    private static byte[] explosion() {
        byte[][] objects = new byte[31][];
        for (int level = 0; level < 30; level++) {
            objects[level] = new byte[] {(byte) 0xA2, (byte) (level + 1), (byte) (level + 1)};
        }
        objects[30] = new byte[] {(byte) 0xA0};
        return list(objects);
    }

    private static byte[] list(byte[]... objects) {
        int length = Arrays.stream(objects).mapToInt(object -> object.length).sum();
        ByteBuffer list = ByteBuffer.allocate(8 + length + objects.length + 32);
        list.put("bplist00".getBytes(StandardCharsets.US_ASCII));
        byte[] table = new byte[objects.length];
        for (int i = 0; i < objects.length; i++) {
            table[i] = (byte) list.position();
            list.put(objects[i]);
        }
        int offset = list.position();
        list.put(table).put(new byte[6]).put((byte) 1).put((byte) 1);
        return list.putLong(objects.length).putLong(0).putLong(offset).array();
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE plist [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            text.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return text.append("]><plist><string>&a9;</string></plist>").toString();
    }
}
