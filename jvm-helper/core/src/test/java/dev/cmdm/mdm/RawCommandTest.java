// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Command.Request;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.ProfileList;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileIdentifier;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawCommandTest {
    private static final ProfileIdentifier ONE = new ProfileIdentifier("com.example.one & two");

    @Test
    void carriesTheProfileByteForByte() {
        byte[] signed = {0x30, (byte) 0x80, 0, 1, 2};
        assertThat(text(new InstallProfile(ONE, new Bytes(signed)))).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                \t<key>Command</key>
                \t<dict>
                \t\t<key>Payload</key>
                \t\t<data>MIAAAQI=</data>
                \t\t<key>RequestType</key>
                \t\t<string>InstallProfile</string>
                \t</dict>
                \t<key>CommandUUID</key>
                \t<string>c-1</string>
                </dict>
                </plist>
                """);
    }

    @Test
    void namesTheProfileThatIsToGo() {
        assertThat(text(new RemoveProfile(ONE)))
                .contains("<key>Identifier</key>\n\t\t<string>com.example.one &amp; two</string>")
                .contains("<string>RemoveProfile</string>");
    }

    @Test
    void asksForManagedProfilesOnlyOrForAll() {
        assertThat(text(new ProfileList(true))).contains("<key>ManagedOnly</key>\n\t\t<true/>");
        assertThat(text(new ProfileList(false))).contains("<key>ManagedOnly</key>\n\t\t<false/>");
    }

    @Test
    void beginsWithTheXmlDeclarationAndIsTheSameEachTime() {
        String once = text(new RemoveProfile(ONE));
        assertThat(once).startsWith("<?xml").isEqualTo(text(new RemoveProfile(new ProfileIdentifier(ONE.value()))));
    }

    @Test
    void isNothingWhenAnIdentifierHasNoXmlForm() {
        RemoveProfile odd = new RemoveProfile(new ProfileIdentifier("com.example.\ufffe"));
        assertThat(RawCommand.find(new Command("c-1", odd))).isEmpty();
    }

    private static String text(Request request) {
        return new String(RawCommand.find(new Command("c-1", request)).orElseThrow(), StandardCharsets.UTF_8);
    }
}
