// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.HEAD;
import static dev.cmdm.plist.Plists.document;
import static dev.cmdm.plist.Plists.read;
import static dev.cmdm.plist.Plists.text;
import static dev.cmdm.plist.Plists.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarningsTest {
    private static final String PLAIN = document("<string>a</string>");

    @Test
    void isSilentAboutWhatAppleItselfWrites() {
        assertThat(warnings(PLAIN)).isEmpty();
        assertThat(warnings(PLAIN.stripTrailing())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\n\n\t"})
    void toleratesWhiteSpaceBeforeTheText(String space) {
        assertThat(warnings(space + PLAIN)).containsExactly("leading-space");
        assertThat(read(space + PLAIN).root()).isEqualTo(text("a"));
    }

    @Test
    void toleratesAByteOrderMark() {
        assertThat(warnings("\uFEFF" + PLAIN)).containsExactly("byte-order-mark");
        assertThat(warnings("\uFEFF\n" + PLAIN)).containsExactly("byte-order-mark", "leading-space");
    }

    @Test
    void toleratesADocumentTypeWithoutDeclaration() {
        assertThat(warnings(PLAIN.substring(PLAIN.indexOf("<!DOCTYPE")))).containsExactly("doctype-first");
        assertThat(warnings("<!DOCTYPE plist><plist><true/></plist>")).containsExactly("doctype-first");
        assertThat(
                        warnings(
                                "<!DOCTYPE plist SYSTEM \"file://localhost/System/Library/DTDs/PropertyList.dtd\"><plist><true/></plist>"))
                .containsExactly("doctype-first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", "\t\n", "\n\n\n"})
    void toleratesWhiteSpaceBehindTheText(String space) {
        assertThat(warnings(PLAIN + space)).containsExactly("trailing-space");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\0\0\0\0\0\0\0\0"})
    void toleratesZeroBytesBehindTheText(String zeros) {
        assertThat(warnings(PLAIN + zeros)).containsExactly("trailing-nul");
        assertThat(warnings(PLAIN + zeros + "\n\0")).containsExactly("trailing-nul", "trailing-space");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- a --><plist><string>a</string></plist>",
                "<plist><!----><string>a</string></plist>",
                "<plist><string>a</string><!-- <true/> & - é --></plist>",
                "<plist><string>a</string></plist><!-- a -->",
                "<plist><string>a</string></plist>\n<!-- a -->\n",
            })
    void toleratesComments(String written) {
        assertThat(warnings(written)).containsExactly("comment");
        assertThat(read(written).root()).isEqualTo(text("a"));
    }

    @Test
    void toleratesCommentsInsideDictionariesAndValues() {
        assertThat(warnings("<plist><dict><!-- a --><key>a</key><!-- b --><true/><!-- c --></dict></plist>"))
                .containsExactly("comment");
        assertThat(read("<plist><string>a<!-- x -->b</string></plist>").root()).isEqualTo(text("ab"));
        assertThat(warnings("<plist><string>a<!-- x -->b</string></plist>"))
                .containsExactly("comment-in-value", "comment");
        assertThat(warnings("<plist><true><!-- x --></true></plist>")).containsExactly("comment");
    }

    @Test
    void readsOtherLineEndsAsLineFeeds() {
        assertThat(warnings(PLAIN.replace("\n", "\r\n"))).containsExactly("crlf");
        assertThat(read("<plist><string>a\r\nb\rc\r\r\nd<![CDATA[\r\n]]></string></plist>")
                        .root())
                .isEqualTo(text("a\nb\nc\n\nd\n"));
    }

    @Test
    void unescapesEscapedXmlOnce() {
        String escaped = document("<string>a &amp; b</string>")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        assertThat(warnings(escaped)).containsExactly("html-escaped");
        assertThat(read(escaped).root()).isEqualTo(text("a & b"));
        assertThat(read(escaped.replace("&quot;", "&#34;")
                                .replace("&lt;", "&#60;")
                                .replaceFirst("&#60;", "&lt;"))
                        .root())
                .isEqualTo(text("a & b"));
        assertThat(read(" \n" + escaped).root()).isEqualTo(text("a & b"));
    }

    @Test
    void doesNotUnescapeTwice() {
        Plists.refusal(MalformedXmlException.class, "&lt;?xml version='1.0'?&gt;&amp;lt;plist&gt;");
    }

    @Test
    void ignoresAttributesWithAWarning() {
        assertThat(warnings("<plist version='1.0' a='b'><true/></plist>")).containsExactly("attribute");
        assertThat(warnings("<plist><string xml:space='preserve'>a</string></plist>"))
                .containsExactly("attribute");
        assertThat(warnings("<plist><dict a='&amp;&#65;>'/></plist>")).containsExactly("attribute");
    }

    @Test
    void warnsOfWhiteSpaceBehindNumbers() {
        assertThat(warnings("<plist><integer> 7 </integer></plist>")).containsExactly("space-in-number");
        assertThat(read("<plist><real>7\n</real></plist>").root()).isEqualTo(new PlistValue.Real(7));
    }

    @Test
    void saysEachThingOnceAndWhereItFirstStands() {
        String written = HEAD + "<plist><array>\n <!-- a -->\n<true/><!-- b --></array></plist>";
        assertThat(read(written).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.place()).isEqualTo(new Place("", 4, 2)));
    }
}
