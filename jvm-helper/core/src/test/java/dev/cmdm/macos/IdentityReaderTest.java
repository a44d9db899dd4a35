// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.device.MacOsVersion;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityReaderTest {
    private static final String PLIST = "/usr/sbin/ioreg -d2 -c IOPlatformExpertDevice -a";
    private static final String TEXT = "/usr/sbin/ioreg -rd1 -c IOPlatformExpertDevice";
    private static final String VERSION = "/usr/bin/sw_vers -productVersion";
    private static final String UDID = "8B3B4C1D-2E5F-5A6B-9C7D-0E1F2A3B4C5D";

    private static final Path SCRATCH = Path.of("no-such-folder");

    private final RecordedTools tools = new RecordedTools()
            .answer(PLIST, plist("C02XK1ABCDEF", UDID))
            .answer(TEXT, text("C02XK1ABCDEF", UDID))
            .answer(VERSION, "15.1\n");
    private final Mac mac = new AppleTools(MacRoot.of(Map.of(), "Mac OS X", () -> true), tools, SCRATCH);

    @Test
    void readsSerialHardwareUuidAndVersion() {
        assertThat(mac.readIdentity()).isEqualTo(new Mac.Identity("C02XK1ABCDEF", UDID, new MacOsVersion(15, 1, 0)));
        assertThat(tools.calls()).containsExactly(PLIST, VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ioreg: error", "<?xml version=\"1.0\"?><plist version=\"1.0\"><array/></plist>", "<plist"})
    void readsTheTextWhenThereIsNoUsablePropertyList(String printed) {
        tools.answer(PLIST, printed);
        assertThat(mac.readIdentity().serial()).isEqualTo("C02XK1ABCDEF");
        assertThat(mac.readIdentity().udid()).isEqualTo(UDID);
    }

    @Test
    void findsTheEntryAmongOthers() {
        tools.answer(
                PLIST,
                plist("C02XK1ABCDEF", UDID)
                        .replace(
                                "<array>",
                                "<array><string>x</string><dict><key>IOPlatformUUID</key><string>?</string></dict>"));
        assertThat(mac.readIdentity().udid()).isEqualTo(UDID);
        assertThat(tools.calls()).doesNotContain(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000000000000000", "", "8B3B4C1D-2E5F-5A6B-9C7D-0E1F2A3B4C5D/../x", "none"})
    void refusesWhatIsNoHardwareUuid(String udid) {
        tools.answer(PLIST, plist("C02XK1ABCDEF", udid)).answer(TEXT, text("C02XK1ABCDEF", udid));
        assertUnreadable("ioreg -rd1 -c IOPlatformExpertDevice told no serial number and hardware UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "C02\u0007", "Ω"})
    void refusesWhatIsNoSerialNumber(String serial) {
        tools.answer(PLIST, plist(serial, UDID)).answer(TEXT, text(serial, UDID));
        assertUnreadable("ioreg -rd1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15.x", "15.1.2.3", "macOS 15"})
    void refusesWhatIsNoVersion(String printed) {
        tools.answer(VERSION, printed);
        assertUnreadable("sw_vers -productVersion told no version");
    }

    @Test
    void refusesTheVersionOfAToolThatFailed() {
        tools.answer(VERSION, 1, "15.1", "sw_vers: broken");
        assertUnreadable("sw_vers -productVersion told no version (exit 1: \"15.1 / sw_vers: broken\")");
    }

    @Test
    void isNotTakenInByTheVersionForOldPrograms() {
        tools.answer(VERSION, "10.16\n");
        assertUnreadable("sw_vers -productVersion told 10.16");
    }

    private void assertUnreadable(String start) {
        assertThatThrownBy(mac::readIdentity)
                .isInstanceOf(StateUnreadableException.class)
                .hasMessageStartingWith(start)
                .hasMessageEndingWith("; nothing was changed");
    }

    private static String plist(String serial, String udid) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                	<key>IORegistryEntryChildren</key>
                	<array>
                		<dict>
                			<key>IOPlatformSerialNumber</key>
                			<string>%s</string>
                			<key>IOPlatformUUID</key>
                			<string>%s</string>
                			<key>manufacturer</key>
                			<data>QXBwbGUgSW5jLgA=</data>
                			<key>IORegistryEntryID</key>
                			<integer>4294967568</integer>
                		</dict>
                	</array>
                	<key>IORegistryEntryName</key>
                	<string>Root</string>
                </dict>
                </plist>
                """.formatted(serial, udid);
    }

    private static String text(String serial, String udid) {
        return """
                +-o Mac14,2  <class IOPlatformExpertDevice, id 0x100000110, registered, matched, active, retain 20>
                    {
                      "manufacturer" = <"Apple Inc.">
                      "IOPlatformUUID" = "%s"
                      "IOPlatformSerialNumber" = "%s"
                      "model" = <"Mac14,2">
                    }
                """.formatted(udid, serial);
    }
}
