// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.ServerProfiles.Entry;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Mdms;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultTest extends JamfFixture {
    private static final String BEFORE = "2026-11-27T07:59:59Z";
    private static final String AFTER = "2026-11-27T08:00:01.5Z";

    @BeforeEach
    void ask() {
        jamf.has();
        install("c-1");
    }

    @Test
    void asksForTheMacTheObjectAndTheDirection() {
        mdm.findResult(MAC, Mdms.inquiry("c-1"));
        String line = server.requests().get(server.requests().size() - 1).line();
        assertThat(URLDecoder.decode(line, StandardCharsets.UTF_8))
                .contains("filter=clientManagementId==\"" + FakeJamf.MANAGEMENT_ID
                        + "\" and command==\"INSTALL_PROFILE\" and profileId==1 ");
    }

    @Test
    void waitsWhileTheServerKnowsNoCommandSinceTheMacWasPutIn() {
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.Waiting());
        jamf.issued("ERROR", BEFORE);
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.Waiting());
        jamf.issued("PENDING", AFTER);
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.Waiting());
        jamf.issued("SOMETHING", AFTER);
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.Waiting());
    }

    @Test
    void tellsThatTheMacPutItOffOrDidIt() {
        jamf.issued("NOT_NOW", AFTER);
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.NotNow());
        jamf.issued("ACKNOWLEDGED", AFTER);
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.Acknowledged());
    }

    @Test
    void tellsInTheMacsWordsWhyItRefused() {
        jamf.issued("ERROR", AFTER);
        jamf.failed = failed("Install Configuration Profile other:" + NAME.uuid(), "wrong object", 9)
                + failed("Install Configuration Profile " + NAME, "of an earlier time", 1)
                + failed("Install Configuration Profile " + NAME, "The settings are\n wrong. &lt;X:-319&gt;", 2)
                + failed("Remove Configuration Profile " + NAME, "wrong direction", 9);
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1")))
                .contains(new CommandResult.Failed(List.of("The settings are wrong. <X:-319>")));
    }

    @Test
    void saysSoWhenTheHistoryDoesNotTellWhy() {
        jamf.issued("COMMAND_FORMAT_ERROR", AFTER);
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1")).toString()).contains("does not tell why");
    }

    @Test
    void tellsNothingOfWhatWasNotAskedForHere() {
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-2"))).isEmpty();
    }

    @Test
    void findsByItsObjectWhatAnotherProcessAskedFor() {
        mdm.close();
        open();
        jamf.issued("ERROR", AFTER);
        jamf.failed = failed("Install Configuration Profile " + NAME, "The settings are wrong.", 2);
        Inquiry inquiry = new Inquiry("c-1", Optional.of(NAME), Instant.parse("2026-11-27T08:00:00Z"));
        assertThat(mdm.findResult(MAC, inquiry)).contains(new CommandResult.Failed(List.of("The settings are wrong.")));
        jamf.issued("ERROR", "2026-11-27T07:58:59Z");
        assertThat(mdm.findResult(MAC, inquiry))
                .as("nobody knows whether it arrived")
                .isEmpty();
    }

    @Test
    void tellsNothingOfAnObjectThatIsGone() {
        jamf.name = "";
        assertThat(mdm.findResult(MAC, new Inquiry("c-2", Optional.of(NAME), Instant.EPOCH)))
                .isEmpty();
    }

    @Test
    void takesAMissingPrivilegeForARefusedCredential() {
        jamf.instead("GET /api/v2/mdm/commands", FakeJamf.saying(403, ""));
        assertThatThrownBy(() -> mdm.findResult(MAC, Mdms.inquiry("c-1")))
                .isInstanceOf(MdmUnavailableException.class)
                .hasMessageContaining("\"View MDM command information in Jamf Pro API\"");
    }

    @Test
    void tellsTheProfilesOfTheLastInventoryAndHowTheMacStands() {
        assertThat(mdm.findProfiles(MAC).orElseThrow().entries()).containsExactly(new Entry("i", "u", "n"));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.ENROLLED);
    }

    @Test
    void wakesAMacByItsManagementId() {
        jamf.instead("POST /api/v2/mdm/blank-push", FakeJamf.saying(200, "{\"errorUuids\":[]}"));
        assertThat(mdm.push(MAC)).isEqualTo(new Delivery.Queued(Optional.empty()));
        assertThat(last("POST")).isEqualTo("{\"clientManagementIds\":[\"" + FakeJamf.MANAGEMENT_ID + "\"]}");
        jamf.instead("POST /api/v2/mdm/blank-push", FakeJamf.saying(200, "{\"errorUuids\":[\"x\"]}"));
        assertThat(mdm.push(MAC).toString()).contains("could not push");
    }

    @Test
    void wakesNoMacThatItDoesNotManageAndTellsWhichItIs() {
        jamf.general = "\"managementId\":null";
        open();
        assertThat(mdm.push(MAC)).isEqualTo(new Delivery.NotEnrolled());
        jamf.udid = "00000000-5F1B-4790-8A11-E3BF74726AD8";
        open();
        assertThat(mdm.push(MAC)).isEqualTo(new Delivery.UnknownDevice());
        assertThat(calls()).noneMatch(call -> call.contains("blank-push"));
    }

    private static String failed(String name, String status, int epoch) {
        return "<command><name>" + name + "</name><status>" + status + "</status><issued_epoch>" + epoch
                + "</issued_epoch></command>";
    }
}
