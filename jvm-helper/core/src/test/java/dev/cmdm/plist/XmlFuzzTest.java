// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

/** Documents damaged at random, but each run alike, with the JDK's parser as the judge. */
class XmlFuzzTest {
    private static final int ROUNDS = 10_000;
    private static final String[] TOKENS = {
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
    /** What the JDK's parser would refuse, but we cut away first. */
    private static final Set<String> TOLERANCES = Set.of("leading-space", "trailing-nul", "html-escaped");

    /**
     * What the JDK's StAX parser refuses alone: characters beyond U+FFFF in a system identifier, which XML allows (2.3,
     * SystemLiteral), and the name UTF8, which its own SAX parser and CoreFoundation take.
     */
    private static final List<String> PECULIAR =
            List.of("was found in the system identifier", "Invalid encoding name \"UTF8\"");

    /**
     * Where we are stricter than XML by design: few encodings, only ASCII in names that no property list has, and no
     * entities that a document type in another file might declare.
     */
    private static final List<String> NARROWER = List.of("encoding", "name", "attribute", "entity");

    private final Random random = new Random(1789);
    private final List<byte[]> seeds = seeds();
    private int accepted;
    private int refused;

    private static List<byte[]> seeds() {
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
        return seeds;
    }

    @Test
    void whatIsAcceptedIsWellFormedAndMeansTheSameToTheJdk() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] input = damaged(seeds.get(random.nextInt(seeds.size())));
            try {
                judgeAccepted(input, Plists.read(input));
                accepted++;
            } catch (PlistException e) {
                judgeRefused(input, e);
                refused++;
            }
        }
        assertThat(accepted).as("enough accepted to mean something").isGreaterThan(ROUNDS / 20);
        assertThat(refused).as("enough refused to mean something").isGreaterThan(ROUNDS / 10);
    }

    private void judgeAccepted(byte[] input, PlistDocument document) {
        if (document.warnings().stream().map(PlistWarning::code).anyMatch(TOLERANCES::contains)) {
            return;
        }
        try {
            assertThat(StaxOracle.read(input)).as(shown(input)).isEqualTo(document.root());
        } catch (XMLStreamException e) {
            if (PECULIAR.stream().noneMatch(String.valueOf(e.getMessage())::contains)) {
                fail("the JDK's parser refuses: " + e.getMessage() + "\n" + shown(input));
            }
        }
    }

    private void judgeRefused(byte[] input, PlistException error) {
        assertThat(error.getMessage()).isNotBlank().doesNotContain("\n");
        if (error instanceof MalformedPlistException || error instanceof BadValueException) {
            return;
        }
        boolean narrower = NARROWER.stream().anyMatch(String.valueOf(error.getMessage())::contains);
        if (error instanceof MalformedXmlException && !narrower && StaxOracle.isWellFormed(input)) {
            fail("the JDK's parser accepts, but: " + error.getMessage() + " " + error.place() + "\n" + shown(input));
        }
    }

    private static String shown(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
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
