// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.HEAD;
import static dev.cmdm.plist.Plists.document;
import static dev.cmdm.plist.Plists.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRefusalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<plist><dict>",
                "<plist><dict><key>a",
                "<plist><string>a</string>",
                "<plist><dict></array></plist>",
                "<plist><string>a</strin></plist>",
                "<plist><string>a</stringy></plist>",
                "<plist><string>a & b</string></plist>",
                "<plist><string>&nbsp;</string></plist>",
                "<plist><string>&#0;</string></plist>",
                "<plist><string>&#x110000;</string></plist>",
                "<plist><string>&#xD800;</string></plist>",
                "<plist><string>&#99999999999999999999;</string></plist>",
                "<plist><string>&#;</string></plist>",
                "<plist><string>&#x;</string></plist>",
                "<plist><string>&#65</string></plist>",
                "<plist><string>a ]]> b</string></plist>",
                "<plist><string>a < b</string></plist>",
                "<plist><string>a\u0001b</string></plist>",
                "<plist><string>a\uFFFFb</string></plist>",
                "<plist><string><![CDATA[a</string></plist>",
                "<plist><string><!-- a -- b --></string></plist>",
                "<plist><!-- a --- ><true/></plist>",
                "<plist><!-- a <true/></plist>",
                "<plist><!---><true/></plist>",
                "<plist><? a?><true/></plist>",
                "<plist><?a\u0000b?><true/></plist>",
                "<plist><!ELEMENT a><true/></plist>",
                "<plist version=1.0><true/></plist>",
                "<plist version><true/></plist>",
                "<plist version='1.0' version='1.0'><true/></plist>",
                "<plist version='<'><true/></plist>",
                "<plist version='&x;'><true/></plist>",
                "<plist version='1.0'a='b'><true/></plist>",
                "<plist version='1.0><true/></plist>",
                "<plist><true/ ></plist>",
                "<plist><true/>",
                "<plist><true/></plist",
                "<plist><true/></plist><",
                "<plist>\u0000<true/></plist>",
            })
    void refusesWhatIsNotWellFormed(String text) {
        refusal(MalformedXmlException.class, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.1'?>",
                "<?xml version='2.0'?>",
                "<?xml encoding='UTF-8'?>",
                "<?xml version='1.0' encoding=UTF-8?>",
                "<?xml version='1.0' encoding='UTF-8' standalone='maybe'?>",
                "<?xml version='1.0' standalone='yes' encoding='UTF-8'?>",
                "<?xml version='1.0'encoding='UTF-8'?>",
                "<?xml  version='1.0'encoding='UTF-8'?>",
                "<?xml version='1.0'>",
                "<?xml?>",
                "<?XML version='1.0'?>",
                "<!-- first --><?xml version='1.0'?>",
                "<?xml version='1.0'?><?xml version='1.0'?>",
                "<?xml version='1.0'?>text",
                "<!DOCTYPE plist><!DOCTYPE plist>",
                "<!DOCTYPE plist PUBLIC 'x'>",
                "<!DOCTYPE plist PUBLIC '{}' 'x'>",
                "<!DOCTYPE plist SYSTEM>",
                "<!DOCTYPE plist SYSTEM'x'>",
                "<!DOCTYPE plist SYSTEM 'x>",
                "<!DOCTYPE plist 'x'>",
                "<!DOCTYPE>",
                "<!DOCTYPEplist>",
                "<!doctype plist>",
            })
    void refusesABrokenProlog(String prolog) {
        refusal(MalformedXmlException.class, prolog + "<plist><true/></plist>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "<plist><true/></plist>",
                "<?xml version='1.0'?><plist><true/></plist>",
                "<dict/>",
                "<!DOCTYPE plist>",
                "</plist>",
                "\u0000\u0000x",
            })
    void refusesWhatFollowsTheEnd(String rest) {
        refusal(MalformedXmlException.class, document("<true/>") + rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<foo/>",
                "<Dict/>",
                "<dictionary/>",
                "<x:dict/>",
                "<:dict/>",
                "<é/>",
                "<key>a</key>",
                "<plist><true/></plist>",
                "<dict><key>a</key></dict>",
                "<dict><key>a</key><key>b</key><true/></dict>",
                "<dict><true/></dict>",
                "<dict><key>a</key><true/><false/></dict>",
                "<dict><key>a</key>text<true/></dict>",
                "<array>text</array>",
                "<array>&amp;</array>",
                "<array><![CDATA[]]></array>",
                "<array><key>a</key></array>",
                "<string>a<true/></string>",
                "<integer><integer>1</integer></integer>",
                "<true>text</true>",
                "<true><false/></true>",
                "<key><string>a</string></key>",
                "<true/><false/>",
                "",
                "text",
            })
    void refusesXmlThatIsNoPropertyList(String value) {
        refusal(MalformedPlistException.class, document(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<plist/>",
                "<dict/>",
                "<foo><plist/></foo>",
                "<!DOCTYPE dict><dict/>",
                "<?xml version='1.0'?><rss version='2.0'></rss>",
                "<!DOCTYPE foo SYSTEM 'x'><plist><true/></plist>",
            })
    void refusesAnotherRoot(String text) {
        refusal(MalformedPlistException.class, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE plist [<!ENTITY a 'b'>]><plist><string>&a;</string></plist>",
                "<!DOCTYPE plist []><plist><true/></plist>",
                "<!DOCTYPE plist SYSTEM 'http://127.0.0.1/x.dtd' [ <!ENTITY % p SYSTEM 'file:///etc/passwd'> %p; ]><plist/>",
                "<!DOCTYPE plist PUBLIC '-//Apple//DTD PLIST 1.0//EN' 'http://127.0.0.1/x' [<!ELEMENT plist ANY>]><plist/>",
                "<!DOCTYPE html [<!ENTITY a 'b'>]><html/>",
                "<!DOCTYPE foo [<!ENTITY a 'b'>]><foo/>",
                "<!ENTITY a 'b'><plist><true/></plist>",
                "<plist><!ENTITY a 'b'><true/></plist>",
                "<plist><string><!ENTITY a 'b'></string></plist>",
                "<plist><!DOCTYPE plist [<!ENTITY a 'b'>]><true/></plist>",
                "<plist><true/></plist><!DOCTYPE plist [<!ENTITY a 'b'>]>",
                "&lt;!DOCTYPE plist [&lt;!ENTITY a 'b'&gt;]&gt;&lt;plist/&gt;",
            })
    void refusesEveryDeclarationOfEntities(String text) {
        refusal(EntityDeclarationException.class, text);
    }

    @Test
    void refusesDeclarationsOfEntitiesInEveryEncoding() {
        String text = "<!DOCTYPE plist [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><plist><string>&a;</string></plist>";
        refusal(EntityDeclarationException.class, EncodingTest.utf16(text, true));
        refusal(EntityDeclarationException.class, EncodingTest.utf16(text, false));
        refusal(EntityDeclarationException.class, "\uFEFF" + text);
        refusal(EntityDeclarationException.class, "<?xml version='1.0' encoding='ISO-8859-1'?>" + text);
    }

    @Test
    void fetchesNothingThatADocumentTypeNames() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/PropertyList-1.0.dtd";
            Plists.read("<!DOCTYPE plist SYSTEM '" + address + "'><plist><true/></plist>");
            refusal(
                    EntityDeclarationException.class,
                    "<!DOCTYPE plist SYSTEM '" + address + "' [<!ENTITY a SYSTEM '" + address + "'>]>"
                            + "<plist><string>&a;</string></plist>");
            listener.setSoTimeout(50);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void saysWhere() {
        Place place = refusal(
                        MalformedPlistException.class,
                        HEAD
                                + "<plist>\n<dict>\n\t<key>A</key>\n\t<array>\n\t\t<true/>\n\t\té<foo/></array></dict></plist>")
                .place();
        assertThat(place).isEqualTo(new Place("A[0]", 8, 3));
        assertThat(place.describe()).isEqualTo("line 8, column 3, at A[0]");
    }

    @Test
    void countsLinesAndColumnsInCharacters() {
        assertThat(refusal(MalformedXmlException.class, "<plist>\r\n<string>é日😀&x;</string></plist>")
                        .place())
                .isEqualTo(new Place("", 2, 12));
        assertThat(refusal(MalformedXmlException.class, "<plist>\r\r<string>&x;</string></plist>")
                        .place())
                .isEqualTo(new Place("", 3, 9));
        assertThat(refusal(MalformedXmlException.class, EncodingTest.utf16("<plist>\n<string>日&x;", true))
                        .place())
                .isEqualTo(new Place("", 2, 10));
    }

    @Test
    void neverRepeatsWhatItReads() {
        String secret = "hunter2";
        for (String value : new String[] {
            "<string>" + secret + "&" + secret + ";</string>",
            "<string>a<" + secret + "</string>",
            "<integer>" + secret + "</integer>",
            "<real>" + secret + "</real>",
            "<date>" + secret + "</date>",
            "<data>" + secret + "</data>",
            secret,
            "<" + secret + "/>",
            "<dict " + secret + "='" + secret + "' " + secret + "=''/>",
        }) {
            PlistException error = refusal(PlistException.class, document("<dict><key>k</key>" + value + "</dict>"));
            assertThat(error.getMessage() + error.place()).doesNotContain(secret);
        }
    }
}
