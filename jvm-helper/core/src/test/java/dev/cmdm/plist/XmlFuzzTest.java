// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Documents damaged at random, but each run alike, with the JDK's parser as the judge. */
class XmlFuzzTest {
    private static final int ROUNDS = 10_000;
    static final String[] TOKENS = {
        "<",
        ">",
        "/",
        "&",
        ";",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "--",
        "<?",
        "?>",
        "<?x y?>",
        "<true/>",
        "<false></false>",
        "<string>",
        "</string>",
        "<key>",
        "</key>",
        "<dict>",
        "</dict>",
        "<array>",
        "</array>",
        "<plist>",
        "</plist>",
        "<integer>",
        "</integer>",
        "<real>",
        "</real>",
        "<data>",
        "</data>",
        "<date>",
        "</date>",
        "&amp;",
        "&lt;",
        "&#65;",
        "&#x10FFFF;",
        "&#0;",
        "&x;",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\0",
        "\u0001",
        "é",
        "日",
        "😀",
        "\uFFFE",
        "\"",
        "'",
        "=",
        " a='b'",
        " a=\"&lt;\"",
        " version=\"1.0\"",
        "0x1F",
        "-",
        "+",
        "1",
        "9223372036854775808",
        "1e3",
        "inf",
        "nan",
        "AAAA",
        "==",
        "2026-01-31T00:00:00Z",
        "<!DOCTYPE plist>",
        "<!DOCTYPE plist SYSTEM 'x'>",
        "<?xml version='1.0'?>",
        "x"
    };
    private final Random random = new Random(1789);
    private final List<byte[]> seeds = seeds();
    private int accepted;
    private int refused;

    static List<byte[]> seeds() {
        Random random = new Random(4711);
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            seeds.add(CanonicalXml.write(ValueGenerator.dict(random, 3)));
        }
        for (String value : List.of(
                "<dict><key>a</key><array><integer> 12</integer><integer>0x1F</integer><real>1e3</real></array></dict>",
                "<array><!-- a --><string>a<![CDATA[b]]>&#x41;</string><?x y?><data> AAEC\r\n Aw== </data></array>",
                "<dict><key>d</key><date>2026-01-31T00:00:00Z</date><key/><true></true><key>r</key><real>-inf</real></dict>")) {
            seeds.add(Plists.document(value).getBytes(StandardCharsets.UTF_8));
            seeds.add(("<plist>" + value + "</plist>").getBytes(StandardCharsets.UTF_8));
            seeds.add(EncodingTest.utf16("<plist>" + value + "</plist>", true));
            seeds.add(("<?xml version='1.0' encoding='ISO-8859-1'?><plist>" + value + "</plist>")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        // The JDK's SAX parser takes this declaration, and no other parser does.
        seeds.add("<?xml  version='1.0'encoding='UTF-8'?><plist><true/></plist>".getBytes(StandardCharsets.US_ASCII));
        return seeds;
    }

    @Test
    void whatIsAcceptedIsWellFormedAndMeansTheSameToTheJdk() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] input = damaged(seeds.get(random.nextInt(seeds.size())));
            try {
                XmlJudge.accepted(input, Plists.read(input));
                accepted++;
            } catch (PlistException e) {
                XmlJudge.refused(input, e);
                refused++;
            }
        }
        assertThat(accepted).as("enough accepted to mean something").isGreaterThan(ROUNDS / 20);
        assertThat(refused).as("enough refused to mean something").isGreaterThan(ROUNDS / 10);
    }

    private byte[] damaged(byte[] seed) {
        byte[] bytes = seed;
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = damagedOnce(bytes);
        }
        return bytes;
    }

    private byte[] damagedOnce(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(12));
        return switch (random.nextInt(5)) {
            case 0 -> spliced(bytes, from, from, token());
            case 1 -> spliced(bytes, from, to, token());
            case 2 -> spliced(bytes, from, to, new byte[0]);
            case 3 -> spliced(bytes, from, from, java.util.Arrays.copyOfRange(bytes, from, to));
            default -> spliced(bytes, from, Math.min(bytes.length, from + 1), new byte[] {(byte) random.nextInt(256)});
        };
    }

    private byte[] token() {
        return TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(bytes, 0, from);
        result.writeBytes(middle);
        result.write(bytes, to, bytes.length - to);
        return result.toByteArray();
    }
}
