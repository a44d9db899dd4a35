// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Holds what our reader made of XML against what the JDK's parsers make of it. */
final class XmlJudge {
    /** What the JDK's parser would refuse, but we cut away first. */
    private static final Set<String> TOLERANCES = Set.of("leading-space", "trailing-nul", "html-escaped");

    /**
     * What the JDK's StAX parser refuses alone: characters beyond U+FFFF in a system identifier, which XML allows (2.3,
     * SystemLiteral), and the name UTF8, which its own SAX parser and CoreFoundation take.
     */
    private static final List<String> PECULIAR =
            List.of("was found in the system identifier", "Invalid encoding name \"UTF8\"");

    /**
     * Where we are stricter than XML by design: version 1.0 only, few encodings, only ASCII in names that no property
     * list has, and no entities that a document type in another file might declare.
     */
    private static final List<String> NARROWER = List.of("version", "encoding", "name", "attribute", "entity");

    /**
     * What the JDK's SAX parser takes alone: no white space before encoding in the declaration, if two spaces stand before
     * version. XML wants some (2.8, EncodingDecl); the JDK's StAX parser and expat refuse it.
     */
    private static final Pattern LAXER = Pattern.compile("<\\?xml\\s{2,}version\\s*=\\s*[\"'][^\"']*[\"']encoding");

    private XmlJudge() {}

    /** What we accept is well-formed and means the same to the JDK. */
    static void accepted(byte[] input, PlistDocument document) {
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

    /** What we refuse as not well-formed is so to the JDK, where we are not narrower by design. */
    static void refused(byte[] input, PlistException error) {
        assertThat(error.getMessage()).isNotBlank().doesNotContain("\n");
        boolean narrower = NARROWER.stream().anyMatch(String.valueOf(error.getMessage())::contains);
        boolean laxer =
                LAXER.matcher(new String(input, StandardCharsets.ISO_8859_1)).find();
        if (error instanceof MalformedXmlException && !narrower && !laxer && StaxOracle.isWellFormed(input)) {
            fail("the JDK's parser accepts, but: " + error.getMessage() + " " + error.place() + "\n" + shown(input));
        }
    }

    private static String shown(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
