// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.plist.PlistException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenCommandTest {
    private static final String INNER = "<dict><key>RequestType</key><string>RestartDevice</string></dict>";

    @Test
    void aNameIsACommand() {
        assertThat(GivenCommand.named("UserList").command().findText("RequestType"))
                .contains("UserList");
        assertThat(GivenCommand.named("DeviceInformation").command().findArray("Queries"))
                .isPresent();
    }

    @Test
    void aFileHoldsTheCommandOrItsInnerDictionaryAndItsIdCountsForNothing() {
        Raw whole = read("<dict><key>Command</key>" + INNER + "<key>CommandUUID</key><string>written</string></dict>");
        assertThat(whole).isEqualTo(read(INNER));
        String sent = new String(RawCommand.find(new Command("drawn", whole)).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(sent)
                .contains("<string>drawn</string>", "<string>RestartDevice</string>")
                .doesNotContain("written");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dict/>",
                "<array/>",
                "<dict><key>RequestType</key><string>a b</string></dict>",
                "<dict><key>RequestType</key><integer>1</integer></dict>"
            })
    void whatNamesNoRequestTypeIsNone(String plist) {
        assertThatThrownBy(() -> read(plist)).isInstanceOf(BadCommandException.class);
    }

    @Test
    void aFileThatIsNoPropertyListIsToldFromThat() {
        assertThatThrownBy(() -> GivenCommand.read("canary".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PlistException.class)
                .message()
                .doesNotContain("canary");
    }

    private static Raw read(String inner) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\">" + inner + "</plist>";
        return GivenCommand.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
