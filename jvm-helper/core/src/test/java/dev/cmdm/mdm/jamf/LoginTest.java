// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.MissingSettingException;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.mdm.http.TestServer.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoginTest extends JamfFixture {
    private static final String VERSION = "GET /api/v1/jamf-pro-version";
    private static final String ACCOUNT = "GET /api/v1/auth";

    @Test
    void getsATokenForAClientAndShowsItEverywhereWithTheCookie() {
        mdm.standing(MAC);
        jamf.has();
        install("c-1");
        List<Request> all = server.requests();
        assertThat(all.get(0).line()).startsWith("POST /api/v1/oauth/token ");
        assertThat(all.get(0).text()).contains("client_id=client+1");
        assertThat(all.get(1).headers()).doesNotContainKey("cookie").containsEntry("authorization", "Bearer t-1");
        assertThat(all.subList(2, all.size()))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("cookie", "jpro-ingress=node-7")
                        .containsEntry("authorization", "Bearer t-1"));
    }

    @Test
    void getsAnotherTokenWhenOneIsRefusedInMidRunAndTriesOnceMore() {
        mdm.standing(MAC);
        jamf.instead("POST /api/v1/oauth/token", FakeJamf.saying(200, "{\"access_token\":\"t-2\",\"expires_in\":300}"));
        jamf.instead("GET /api/v1/computers-inventory", FakeJamf.saying(401, ""));
        mdm.standing(MAC);
        assertThat(server.requests())
                .extracting(request -> request.headers().get("authorization"))
                .containsExactly(null, "Bearer t-1", "Bearer t-1", null, "Bearer t-2");
    }

    @Test
    void getsATokenForAUserWhereNoClientIsNamed() {
        settings.clear();
        settings.put("mdm.user", "api");
        open();
        jamf.instead(
                "POST /api/v1/auth/token",
                FakeJamf.saying(200, "{\"token\":\"u-1\",\"expires\":\"2026-11-27T08:20:00Z\"}"));
        mdm.standing(MAC);
        mdm.standing(MAC);
        String basic = Base64.getEncoder().encodeToString(("api:" + Mdms.PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(server.requests())
                .extracting(request -> request.headers().get("authorization"))
                .containsExactly("Basic " + basic, "Bearer u-1", "Bearer u-1");
    }

    @Test
    void closesTheConnectionsByWhichItGotTokens() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(2);
        Act client = FakeJamf.saying(200, "{\"access_token\":\"t-1\",\"expires_in\":300}");
        jamf.instead("POST /api/v1/oauth/token", TestServer.untilClosed(client, closed));
        mdm.standing(MAC);
        mdm.close();
        settings.clear();
        settings.put("mdm.user", "api");
        open();
        jamf.instead(
                "POST /api/v1/auth/token", TestServer.untilClosed(FakeJamf.saying(200, "{\"token\":\"u-1\"}"), closed));
        mdm.standing(MAC);
        mdm.close();
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void saysThatTheCredentialWasRefusedWhenItGivesNoToken() {
        jamf.instead("POST /api/v1/oauth/token", FakeJamf.saying(401, "{\"error\":\"invalid_client\"}"));
        assertThatThrownBy(() -> mdm.standing(MAC))
                .isInstanceOfSatisfying(
                        MdmUnavailableException.class,
                        e -> assertThat(e.authentication()).isTrue());
        settings.clear();
        settings.put("mdm.user", "api");
        open();
        jamf.instead("POST /api/v1/auth/token", FakeJamf.saying(401, ""));
        assertThatThrownBy(() -> mdm.standing(MAC))
                .isInstanceOfSatisfying(
                        MdmUnavailableException.class,
                        e -> assertThat(e.authentication()).isTrue());
    }

    @Test
    void isNotOpenedForNobody() {
        settings.clear();
        assertThatThrownBy(this::open)
                .isInstanceOf(MissingSettingException.class)
                .hasMessageContaining("mdm.client_id");
    }

    @Test
    void getsATokenElsewhereWhereThatIsSet() {
        settings.put("mdm.token_url", server.url() + "/connect/token");
        open();
        mdm.standing(MAC);
        assertThat(server.requests().get(0).line()).startsWith("POST /connect/token ");
    }

    @Test
    void tellsVersionAndMissingPrivilegesToWhoeverProbes() {
        jamf.instead(VERSION, FakeJamf.saying(200, "{\"version\":\"11.26.0-t1\"}"));
        jamf.instead(
                ACCOUNT,
                FakeJamf.saying(
                        200,
                        "{\"account\":{\"privilegesBySite\":{\"-1\":[\"Read Computers\","
                                + "\"Read macOS Configuration Profiles\",\"Create macOS Configuration Profiles\","
                                + "\"Read Static Computer Groups\",\"Create Static Computer Groups\","
                                + "\"View MDM command information in Jamf Pro API\"]}}}"));
        Probe probe = mdm.probe();
        assertThat(probe.authenticated()).isTrue();
        assertThat(probe.words())
                .startsWith("Jamf Pro 11.26.0-t1 at 127.0.0.1:")
                .endsWith("missing: Update Static Computer Groups");
    }

    @Test
    void missesNoPrivilegeWhereNoneAreTold() {
        jamf.instead(VERSION, FakeJamf.saying(200, "{\"version\":\"11.26.0-t1\"}"));
        jamf.instead(ACCOUNT, FakeJamf.saying(404, ""));
        assertThat(mdm.probe().words()).doesNotContain("missing");
    }

    @Test
    void tellsAServerThatIsNoJamfProFromOneThatRefusesTheCredential() {
        jamf.instead(VERSION, FakeJamf.saying(200, "<html>"));
        assertThat(mdm.probe().words()).contains("is no Jamf Pro");
        jamf.instead("POST /api/v1/oauth/token", FakeJamf.saying(401, ""));
        open();
        assertThat(mdm.probe()).satisfies(probe -> {
            assertThat(probe.authenticated()).isFalse();
            assertThat(probe.words()).contains("refused the credential");
        });
    }
}
