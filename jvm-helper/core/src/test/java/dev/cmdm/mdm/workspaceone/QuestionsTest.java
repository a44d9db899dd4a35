// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.ServerProfiles.Entry;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.TestServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ask for. */
class QuestionsTest extends UemFixture {
    @ParameterizedTest
    @CsvSource({
        "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8, Enrolled, ENROLLED",
        "8b3bb2b15f1b47908a11e3bf74726ad8, Enrolled, ENROLLED",
        "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8, Unenrolled, NOT_ENROLLED",
        "00000000-5F1B-4790-8A11-E3BF74726AD8, Enrolled, UNKNOWN"
    })
    void tellsWhatIsKnownOfAMac(String udid, String status, Standing standing) {
        server.then(answer(
                200, "{\"Id\":{\"Value\":7},\"Udid\":\"" + udid + "\",\"EnrollmentStatus\":\"" + status + "\"}"));
        assertThat(mdm.standing(MAC)).isEqualTo(standing);
        assertThat(lines()).containsExactly("GET /api/mdm/devices?searchby=Serialnumber&id=" + SERIAL);
    }

    @Test
    void doesNotKnowAMacThatIsNotOnRecord() {
        server.then(error(404, "404", "Device not found."));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void listsTheObjectsThatAreInstalled() {
        server.then(answer(
                200,
                "{\"DeviceProfiles\":[{\"Id\":{\"Value\":1},\"Name\":\"com.acme.a:X\",\"Status\":3},"
                        + "{\"Name\":\"com.acme.b:Y\",\"Status\":1}],\"Total\":2}"));
        assertThat(mdm.findProfiles(MAC).orElseThrow().entries()).containsExactly(new Entry("", "", "com.acme.a:X"));
        assertThat(lines()).containsExactly("GET /api/mdm/devices/profiles?searchby=Serialnumber&id=" + SERIAL);
    }

    @Test
    void tellsHowMuchOfTheQuotaIsLeft() {
        server.then(quota(200, "5000", "4711", "50400"));
        assertThat(mdm.probe())
                .isEqualTo(new Probe(
                        true,
                        true,
                        "Workspace ONE at " + mdm.address()
                                + ", 4711 of 5000 API calls left until 2026-11-28T00:00:00Z"));
        assertThat(lines()).containsExactly("GET /api/mdm/devices/search?page=0&pagesize=1");
    }

    @Test
    void takesNoDevicesForAnAnswerToo() {
        server.then(answer(204, ""));
        assertThat(mdm.probe()).isEqualTo(new Probe(true, true, "Workspace ONE at " + mdm.address()));
    }

    @Test
    void saysWhichSettingsToCheckWhenTheCredentialIsRefused() {
        server.then(error(403, "1005", "User is not authorized."));
        assertThat(mdm.probe())
                .isEqualTo(new Probe(
                        true,
                        false,
                        mdm.address()
                                + ": it refused the credential; check mdm.credential, mdm.user and mdm.tenant_code"));
    }

    @Test
    void tellsThatTheQuotaIsSpent() {
        server.then(quota(429, "5000", "0", "50400"));
        Probe probe = mdm.probe();
        assertThat(probe.reached()).isTrue();
        assertThat(probe.deferred()).isPresent();
        assertThat(probe.words()).endsWith("its quota of API calls is used up, until 2026-11-28T00:00:00Z");
    }

    @Test
    void tellsAServerThatIsNotThereFromOneThatIsAnother() throws IOException {
        server.then(TestServer.answer(404, "text/html", "<html>"));
        assertThat(mdm.probe().words()).contains("check mdm.url");
        server.close();
        assertThat(mdm.probe()).matches(probe -> !probe.reached());
        assertThatThrownBy(() -> mdm.standing(MAC)).isInstanceOf(MdmUnavailableException.class);
    }
}
