// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * XML 1.0 production by production: what is well-formed is read as the JDK reads it, what is not is refused as the JDK
 * refuses it, and where we are narrower than XML by design, the JDK's verdict is shown to be another one.
 */
class XmlWellFormednessTest {
    @TestFactory
    Stream<DynamicNode> names() {
        return new Cases()
                .good("<plist><dict ><key\n>a</key\t><true\r/></dict ></plist >")
                .good("<plist a-b.c_1=''><true/></plist>")
                .good("<?a-b.c_1 x?><plist><true/></plist>")
                .bad("<plist>< true/></plist>")
                .bad("<plist><true/></ plist>")
                .bad("<plist><true/></plist x=''>")
                .bad("<plist></plist/>")
                .bad("<plist><1/></plist>")
                .bad("<plist><-a/></plist>")
                .bad("<plist><.a/></plist>")
                .bad("<plist><a></b></a></plist>")
                .bad("<plist><a/ ></plist>")
                .bad("<plist><string>a</String></plist>")
                .bad("<plist 1a=''><true/></plist>")
                .bad("<plist><></></plist>")
                .narrower(MalformedPlistException.class, "<plist><é/></plist>")
                .narrower(MalformedXmlException.class, "<plist é=''><true/></plist>")
                .narrower(MalformedXmlException.class, "<?é x?><plist><true/></plist>")
                .tests();
    }

    @TestFactory
    Stream<DynamicNode> attributes() {
        return new Cases()
                .good("<plist version = '1.0'><true/></plist>")
                .good("<plist version\n=\t\"1.0\" ><true/></plist>")
                .good("<plist a='\"' b=\"'\" c='>'><true/></plist>")
                .good("<plist a='&lt;&#65;&#x41;&quot;'><true/></plist>")
                .good("<plist a='x\ny' A=''><true/></plist>")
                .good("<plist><string xml:lang='en'>a</string></plist>")
                .bad("<plist a><true/></plist>")
                .bad("<plist a=><true/></plist>")
                .bad("<plist a=b><true/></plist>")
                .bad("<plist a='b\"><true/></plist>")
                .bad("<plist a='<'><true/></plist>")
                .bad("<plist a='&'><true/></plist>")
                .bad("<plist a='&b'><true/></plist>")
                .bad("<plist a='&#0;'><true/></plist>")
                .bad("<plist a=''b=''><true/></plist>")
                .bad("<plist a='' a=''><true/></plist>")
                .bad("<plist a='' b='' a=\"\"><true/></plist>")
                .bad("<plist 'a'><true/></plist>")
                .bad("<plist a='\u0001'><true/></plist>")
                .bad("<plist><true a='b'/ ></plist>")
                .narrower(MalformedXmlException.class, "<plist a:b='' xmlns:a='x'><true/></plist>")
                .tests();
    }

    @TestFactory
    Stream<DynamicNode> instructionsAndComments() {
        return new Cases()
                .good("<?a?><plist><?b?><true/><?c ?d?></plist><?e ??>")
                .good("<plist><string>a<?b > <c> ?>d</string></plist>")
                .good("<?xml-stylesheet href='x'?><plist><true/></plist>")
                .good("<!----><plist><!-- - --><true/><!-- <a> & ]]> --></plist><!--\n-->")
                .good("<plist><string>a<!-- b -->c</string></plist>")
                .good("<plist><true><!-- a --><?b?></true></plist>")
                .bad("<? a?><plist><true/></plist>")
                .bad("<?a><plist><true/></plist>")
                .bad("<?><plist><true/></plist>")
                .bad("<??><plist><true/></plist>")
                .bad("<plist><?xml version='1.0'?><true/></plist>")
                .bad("<plist><?XmL a?><true/></plist>")
                .bad("<plist><?a/?b?></plist>")
                .bad("<plist><!-- -- --><true/></plist>")
                .bad("<plist><!-- a ---><true/></plist>")
                .bad("<plist><!--><true/></plist>")
                .bad("<plist><!- a --><true/></plist>")
                .bad("<plist><! -- a --><true/></plist>")
                .bad("<plist a='' <!-- b -->><true/></plist>")
                .bad("<plist><true <!-- b -->/></plist>")
                .bad("<!-- \u0002 --><plist><true/></plist>")
                .bad("<?a \uFFFE?><plist><true/></plist>")
                .tests();
    }

    @TestFactory
    Stream<DynamicNode> sections() {
        return new Cases()
                .good("<plist><string><![CDATA[]]></string></plist>")
                .good("<plist><string><![CDATA[<a>&b;]] ]>]]></string></plist>")
                .good("<plist><string>a<![CDATA[b]]><![CDATA[c]]>d</string></plist>")
                .good("<plist><string><![CDATA[]]]]><![CDATA[>]]></string></plist>")
                .good("<plist><string><![CDATA[a\r\nb\rc]]></string></plist>")
                .good("<plist><string>]] ></string></plist>")
                .good("<plist><string>]]&gt;</string></plist>")
                .good("<plist><integer><![CDATA[1]]>2</integer></plist>")
                .bad("<plist><string>]]></string></plist>")
                .bad("<plist><string>]]]></string></plist>")
                .bad("<plist><string><![CDATA[a</string></plist>")
                .bad("<plist><string><![CDATA[a]]</string></plist>")
                .bad("<plist><string><![CDATA [a]]></string></plist>")
                .bad("<plist><string><![cdata[a]]></string></plist>")
                .bad("<plist><string><![CDATA[\u0008]]></string></plist>")
                .bad("<plist><string a='<![CDATA[]]>'></string></plist>")
                .bad("<![CDATA[a]]><plist><true/></plist>")
                .bad("<plist><true/></plist><![CDATA[]]>")
                .tests();
    }

    @TestFactory
    Stream<DynamicNode> references() {
        return new Cases()
                .good("<plist><string>&lt;&gt;&amp;&apos;&quot;</string></plist>")
                .good("<plist><string>&#9;&#10;&#13;&#32;</string></plist>")
                .good("<plist><string>&#xD7FF;&#xE000;&#xFFFD;&#x10000;&#x10FFFF;</string></plist>")
                .good("<plist><string>&#x0000041;&#00000000000000000065;&#xaBc;</string></plist>")
                .good("<plist><string>&amp;amp;&#38;lt;</string></plist>")
                .good("<plist><integer>&#49;&#x32;</integer></plist>")
                .bad("<plist><string>&</string></plist>")
                .bad("<plist><string>& </string></plist>")
                .bad("<plist><string>&lt</string></plist>")
                .bad("<plist><string>&lt ;</string></plist>")
                .bad("<plist><string>&LT;</string></plist>")
                .bad("<plist><string>&;</string></plist>")
                .bad("<plist><string>&nbsp;</string></plist>")
                .bad("<plist><string>&#;</string></plist>")
                .bad("<plist><string>&#x;</string></plist>")
                .bad("<plist><string>&#X41;</string></plist>")
                .bad("<plist><string>&#-1;</string></plist>")
                .bad("<plist><string>&#1a;</string></plist>")
                .bad("<plist><string>&#xg;</string></plist>")
                .bad("<plist><string>&# 65;</string></plist>")
                .bad("<plist><string>&#\uFF11;</string></plist>")
                .bad("<plist><string>&#0;</string></plist>")
                .bad("<plist><string>&#8;&#11;</string></plist>")
                .bad("<plist><string>&#x1F;</string></plist>")
                .bad("<plist><string>&#xD800;</string></plist>")
                .bad("<plist><string>&#xD83D;&#xDE00;</string></plist>")
                .bad("<plist><string>&#xDFFF;</string></plist>")
                .bad("<plist><string>&#xFFFE;</string></plist>")
                .bad("<plist><string>&#x110000;</string></plist>")
                .bad("<plist><string>&#4294967361;</string></plist>")
                .bad("&lt;<plist><true/></plist>")
                .narrower(
                        MalformedXmlException.class,
                        "<!DOCTYPE plist SYSTEM 'x'><plist><string>&declared-elsewhere;</string></plist>")
                .tests();
    }

    @TestFactory
    Stream<DynamicNode> characters() {
        Cases cases = new Cases()
                .good("<plist><string>\t\n \u007F\u0080\u009F\u2028\uD7FF\uE000\uFDD0\uFFFD</string></plist>")
                .good("<plist><string>\uD800\uDC00\uD83F\uDFFF\uDBFF\uDFFF</string></plist>")
                .good("<plist>\r\n<string>a\rb\r\nc\n\rd</string>\r</plist>\r")
                .narrower(MalformedPlistException.class, "<plist>\u00A0<true/></plist>")
                .bad("<plist><true\u2003/></plist>", MalformedPlistException.class)
                .bad("<plist><string>\uFFFE</string></plist>")
                .bad("<plist><string>\uFFFF</string></plist>")
                .bad("<plist>\u000C<true/></plist>");
        for (char control = 0; control < 0x20; control++) {
            if (control != '\t' && control != '\n' && control != '\r') {
                cases.bad("<plist><string>" + control + "</string></plist>");
                cases.bad("<plist><key>" + control + "</key></plist>", PlistException.class);
            }
        }
        return cases.tests();
    }

    @TestFactory
    Stream<DynamicNode> documents() {
        return new Cases()
                .good("<plist><true/></plist>")
                .good("<?xml version='1.0'?>\n<!DOCTYPE plist>\n<plist><true/></plist>\n")
                .good("<?xml version=\"1.0\" standalone='yes' ?><plist><true/></plist>")
                .good("<?xml version='1.0' encoding='utf-8' standalone=\"no\"?><plist><true/></plist>")
                .good("<!-- a --><!DOCTYPE plist PUBLIC \"-//A//B ?!#\" 'x y' ><?c?><plist><true/></plist>")
                .good("<!DOCTYPE plist SYSTEM '\"&amp;<é>'><plist><true/></plist>")
                .bad("nothing", new byte[0], NotAPropertyListException.class)
                .bad("<!-- a -->")
                .bad("<?xml version='1.0'?>")
                .bad("<?xml version='1.0' ?><?xml version='1.0' ?><plist><true/></plist>")
                .bad("<?xml version=\"1.0'?><plist><true/></plist>")
                .bad("<?xml version = '1.0' encoding = ''?><plist><true/></plist>")
                .bad("<?xml encoding='UTF-8' version='1.0'?><plist><true/></plist>")
                .bad("<?xml version='1.0' Standalone='yes'?><plist><true/></plist>")
                .bad("<?xml version='1.0' standalone='YES'?><plist><true/></plist>")
                .bad("<?xml version='1.0' foo='bar'?><plist><true/></plist>")
                .bad("<?xml version='1.0'? ><plist><true/></plist>")
                .bad("<?XML version='1.0'?><plist><true/></plist>")
                .bad("<!doctype plist><plist><true/></plist>")
                .bad("<!DOCTYPE plist PUBLIC 'x'><plist><true/></plist>")
                .bad("<!DOCTYPE plist PUBLIC '<' 'x'><plist><true/></plist>")
                .bad("<!DOCTYPE plist PUBLIC 'x''y'><plist><true/></plist>")
                .bad("<!DOCTYPE plist><!DOCTYPE plist><plist><true/></plist>")
                .bad("<plist><!DOCTYPE plist><true/></plist>")
                .bad("<plist><true/></plist><!DOCTYPE plist>")
                .bad("<plist><true/></plist><plist><true/></plist>")
                .bad("<plist><true/></plist>text")
                .bad("<plist><true/></plist>&#32;")
                .bad("<plist><true/>")
                .bad("<plist><true/></plist")
                .bad("<plist><true></plist></true>")
                .bad("</plist>")
                .narrower(MalformedXmlException.class, "<?xml version='1.1'?><plist><true/></plist>")
                .tests();
    }

    @TestFactory
    Stream<DynamicNode> encodings() {
        String plain = "<plist><string>é\u00FF</string></plist>";
        Charset latin = StandardCharsets.ISO_8859_1;
        Charset utf8 = StandardCharsets.UTF_8;
        return new Cases()
                .good("UTF-8, its mark first", ("\uFEFF" + plain).getBytes(utf8))
                .good("UTF-8, marked and declared", ("\uFEFF" + declaring("UTF-8", plain)).getBytes(utf8))
                .good("UTF-16, little end first", EncodingTest.utf16(plain, true))
                .good("UTF-16, big end first", EncodingTest.utf16(plain, false))
                .good("UTF-16 declared, little end first", EncodingTest.utf16(declaring("UTF-16", plain), true))
                .good("UTF-16 declared, big end first", EncodingTest.utf16(declaring("utf-16", plain), false))
                .good("ISO-8859-1", declaring("ISO-8859-1", plain).getBytes(latin))
                .good("iso-8859-1", declaring("iso-8859-1", plain).getBytes(latin))
                .good(
                        "US-ASCII",
                        declaring("US-ASCII", "<plist><string>&#233;</string></plist>")
                                .getBytes(utf8))
                .bad("ISO-8859-1 undeclared", plain.getBytes(latin))
                .bad("ISO-8859-1 declared as UTF-8", declaring("UTF-8", plain).getBytes(latin))
                .bad("UTF-8 declared as US-ASCII", declaring("US-ASCII", plain).getBytes(utf8))
                .bad("UTF-8 declared as UTF-16", declaring("UTF-16", plain).getBytes(utf8))
                .bad("an unknown name", declaring("x-unknown", plain).getBytes(utf8))
                .bad("a broken name", declaring("-1", plain).getBytes(utf8))
                .bad("UTF-8 in more bytes than needed", bytes("<plist><string>", 0xC1, 0x81, "</string></plist>"))
                .bad("half a surrogate pair in UTF-8", bytes("<plist><string>", 0xED, 0xA0, 0x80, "</string></plist>"))
                .bad("beyond Unicode", bytes("<plist><string>", 0xF4, 0x90, 0x80, 0x80, "</string></plist>"))
                .bad("a sequence cut off", bytes("<plist><string>", 0xE6, 0x97, "</string></plist>"))
                .bad("a lone continuation", bytes("<plist><string>", 0x80, "</string></plist>"))
                .bad("UTF-16 cut in half", odd(EncodingTest.utf16(plain, true)))
                .narrower(
                        MalformedXmlException.class,
                        "another encoding",
                        declaring("windows-1252", plain).getBytes(Charset.forName("windows-1252")))
                .narrower(
                        MalformedXmlException.class,
                        "no mark",
                        declaring("UTF-16LE", plain).getBytes(StandardCharsets.UTF_16LE))
                .bad("marked as UTF-16, declared as UTF-8", EncodingTest.utf16(declaring("UTF-8", plain), true))
                .narrower(
                        MalformedXmlException.class,
                        "marked as UTF-8, declared as ISO-8859-1",
                        ("\uFEFF" + declaring("ISO-8859-1", "<plist><true/></plist>")).getBytes(utf8))
                .tests();
    }

    private static String declaring(String encoding, String rest) {
        return "<?xml version='1.0' encoding='" + encoding + "'?>" + rest;
    }

    private static byte[] bytes(Object... parts) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer octet) {
                bytes.write(octet);
            } else {
                bytes.writeBytes(((String) part).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] odd(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length - 1);
    }

    /** The cases of one group. */
    private static final class Cases {
        private final List<DynamicNode> good = new ArrayList<>();
        private final List<DynamicNode> bad = new ArrayList<>();
        private final List<DynamicNode> narrower = new ArrayList<>();

        Cases good(String text) {
            return good(shown(text), text.getBytes(StandardCharsets.UTF_8));
        }

        Cases good(String name, byte[] xml) {
            good.add(DynamicTest.dynamicTest(
                    name, () -> assertThat(Plists.read(xml).root()).isEqualTo(StaxOracle.read(xml))));
            return this;
        }

        Cases bad(String text) {
            return bad(text, PlistException.class);
        }

        Cases bad(String text, Class<? extends PlistException> rule) {
            return bad(shown(text), text.getBytes(StandardCharsets.UTF_8), rule);
        }

        Cases bad(String name, byte[] xml) {
            return bad(name, xml, MalformedXmlException.class);
        }

        Cases bad(String name, byte[] xml, Class<? extends PlistException> rule) {
            bad.add(DynamicTest.dynamicTest(name, () -> {
                assertThat(StaxOracle.isWellFormed(xml)).as("the JDK").isFalse();
                assertThatExceptionOfType(PlistException.class)
                        .isThrownBy(() -> Plists.read(xml))
                        .isInstanceOf(rule);
            }));
            return this;
        }

        Cases narrower(Class<? extends PlistException> rule, String text) {
            return narrower(rule, shown(text), text.getBytes(StandardCharsets.UTF_8));
        }

        Cases narrower(Class<? extends PlistException> rule, String name, byte[] xml) {
            narrower.add(DynamicTest.dynamicTest(name, () -> {
                assertThat(StaxOracle.isWellFormed(xml)).as("the JDK").isTrue();
                Plists.refusal(rule, xml);
            }));
            return this;
        }

        Stream<DynamicNode> tests() {
            return Stream.of(
                    DynamicContainer.dynamicContainer("well-formed", good),
                    DynamicContainer.dynamicContainer("not well-formed", bad),
                    DynamicContainer.dynamicContainer("narrower than XML", narrower));
        }

        private static String shown(String text) {
            return text.codePoints()
                    .mapToObj(character -> character < 0x20 || character > 0x7E
                            ? String.format("\\u%04X", character)
                            : Character.toString(character))
                    .collect(java.util.stream.Collectors.joining());
        }
    }
}
