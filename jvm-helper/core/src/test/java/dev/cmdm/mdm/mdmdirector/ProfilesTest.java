// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.ProfileList;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bringing profiles to a Mac, and taking them off it. */
class ProfilesTest extends MdmDirectorFixture {
    private static final Delivery QUEUED = new Delivery.Queued(Optional.empty());

    @Test
    void postsOneProfileForOneMacOnceTheMacIsKnownAndMicroMdmAnswers() {
        server.then(KNOWN, WOKEN, PUSHED, PUSHED);
        assertThat(mdm.send(MAC, install())).isEqualTo(QUEUED);
        assertThat(mdm.send(MAC, install())).isEqualTo(QUEUED);
        assertThat(lines())
                .containsExactly(
                        "GET /device/serial/E6JN574YZ5ZB",
                        "GET /device/push/" + UDID,
                        "POST /profile",
                        "POST /profile");
        assertThat(server.requests().get(2).text())
                .isEqualTo("{\"udids\":[\"" + UDID
                        + "\"],\"profiles\":[\"PHBsaXN0Lz4=\"],\"push_now\":true,\"metadata\":true}");
        assertThat(server.requests().get(2).headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void countsWhatIsSavedForLaterAsQueued() {
        server.then(KNOWN, WOKEN, TestServer.recorded("mdmdirector/12-profile-post-not-pushed"));
        assertThat(mdm.send(MAC, install())).isEqualTo(QUEUED);
    }

    @Test
    void tellsThatTheServerBelievesItDone() {
        server.then(KNOWN, WOKEN, UNCHANGED);
        assertThat(mdm.send(MAC, install())).isEqualTo(new Delivery.Unchanged());
    }

    @Test
    void removesByADeletionWithABody() {
        server.then(KNOWN, WOKEN, DELETED, TestServer.recorded("mdmdirector/28-profile-delete-again"));
        assertThat(mdm.send(MAC, remove())).isEqualTo(QUEUED);
        assertThat(mdm.send(MAC, remove())).isEqualTo(new Delivery.Unchanged());
        assertThat(lines().get(2)).isEqualTo("DELETE /profile");
        assertThat(server.requests().get(2).text())
                .isEqualTo(
                        "{\"udids\":[\"" + UDID
                                + "\"],\"profiles\":[{\"payload_identifier\":\"com.example.one\"}],\"push_now\":true,\"metadata\":true}");
    }

    @Test
    void makesTheServerForgetBeforeItAsksAnewAndTheMacKeepsWhatItHas() {
        List<String> notes = new ArrayList<>();
        server.then(KNOWN, WOKEN, DELETED, PUSHED);
        assertThat(mdm.send(MAC, anew(), words -> notes.add(lines().size() + ": " + words)))
                .isEqualTo(QUEUED);
        assertThat(lines().subList(2, 4)).containsExactly("DELETE /profile", "POST /profile");
        assertThat(server.requests().get(2).text()).contains("\"push_now\":false");
        assertThat(server.requests().get(3).text()).contains("\"push_now\":true");
        assertThat(notes).containsExactly("3: MDMDirector forgot that it had asked for it; asked next");
    }

    @Test
    void forgetsOnceOnlyWhenTheSameCommandIsRepeatedAfterALostAnswer() {
        server.then(KNOWN, WOKEN, DELETED, LOST, UNCHANGED);
        assertThat(mdm.send(MAC, anew())).isInstanceOf(Delivery.Lost.class);
        assertThat(mdm.send(MAC, anew())).isEqualTo(QUEUED);
        assertThat(lines().subList(2, 5)).containsExactly("DELETE /profile", "POST /profile", "POST /profile");
    }

    @Test
    void asksForNothingAnewThatTheServerDidNotForget() {
        server.then(KNOWN, WOKEN, LOST, KNOWN);
        assertThat(mdm.send(MAC, anew())).isInstanceOf(Delivery.Lost.class);
        assertThat(lines()).hasSize(3);
    }

    @Test
    void sendsNothingWhileMicroMdmIsDownForItWouldBeTakenForSent() {
        server.then(KNOWN, ERROR, WOKEN, PUSHED);
        String down =
                mdm.address() + " answered 500: the MicroMDM behind it does not answer; start it, or try again later";
        assertThat(mdm.send(MAC, install())).isEqualTo(new Delivery.Unreachable(down));
        assertThat(mdm.send(MAC, install())).isEqualTo(QUEUED);
        assertThat(lines())
                .containsExactly(
                        "GET /device/serial/E6JN574YZ5ZB",
                        "GET /device/push/" + UDID,
                        "GET /device/push/" + UDID,
                        "POST /profile");
    }

    @Test
    void sendsNothingWhenItCannotSeeWhetherMicroMdmIsUp() {
        server.then(KNOWN, LOST);
        assertThat(mdm.send(MAC, install())).isInstanceOf(Delivery.Unreachable.class);
    }

    @Test
    void takesADeletionThatFailsForAMicroMdmThatWentDown() {
        server.then(
                KNOWN,
                WOKEN,
                TestServer.answer(
                        500,
                        "text/plain",
                        "Internal Server Error\n[\n    {\n        \"profile_metadata\": null\n    }\n]"));
        assertThat(mdm.send(MAC, remove())).isInstanceOf(Delivery.Unreachable.class);
    }

    @Test
    void takesAFailureOfAPostForARefusal() {
        server.then(KNOWN, WOKEN, ERROR);
        assertThat(mdm.send(MAC, install()))
                .isEqualTo(
                        new Delivery.Refused(
                                mdm.address()
                                        + " answered 500 to the profile without a reason; it takes no signed ones, its log tells more"));
    }

    @Test
    void takesNullForAMacThatIsNotKnownAnyMoreAndNothingForARefusal() {
        server.then(
                KNOWN,
                WOKEN,
                TestServer.recorded("mdmdirector/18-profile-post-unknown-serial"),
                TestServer.recorded("mdmdirector/30-profile-delete-unknown-udid"),
                TestServer.answer(200, "text/plain", "[]"),
                TestServer.recorded("mdmdirector/11-profile-post-no-metadata"),
                TestServer.recorded("mdmdirector/31-profile-delete-bad-json"));
        assertThat(mdm.send(MAC, install())).isEqualTo(new Delivery.UnknownDevice());
        assertThat(mdm.send(MAC, remove())).isEqualTo(new Delivery.UnknownDevice());
        assertThat(mdm.send(MAC, install())).isEqualTo(new Delivery.UnknownDevice());
        Delivery nothing = new Delivery.Refused(mdm.address() + " answered nothing: it could not read the request");
        assertThat(mdm.send(MAC, install())).isEqualTo(nothing);
        assertThat(mdm.send(MAC, remove())).isEqualTo(nothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"a\":1", "[{\"profile_metadata\":[{\"status\":\"teapot\"}]}]"})
    void doesNotKnowWhetherItWasQueuedAfterAnAnswerThatIsNotTheServers(String body) {
        server.then(KNOWN, WOKEN, TestServer.answer(200, "text/html", body));
        assertThat(mdm.send(MAC, install())).isInstanceOf(Delivery.Lost.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void doesNotKnowWhetherItWasQueuedAfterAFailureOfAProxy(int status) {
        server.then(KNOWN, WOKEN, TestServer.answer(status, "text/html", "<html>"));
        assertThat(mdm.send(MAC, install())).isInstanceOf(Delivery.Lost.class);
    }

    @Test
    void sendsNothingForAMacThatIsUnknownOrHasLeft() {
        server.then(UNKNOWN);
        assertThat(mdm.send(MAC, install())).isEqualTo(new Delivery.UnknownDevice());
        assertThat(mdm.send(MAC, install())).isEqualTo(new Delivery.UnknownDevice());
        assertThat(lines()).hasSize(1);
    }

    @Test
    void takesNoOtherCommandAndNoStrangeUdid() {
        assertThat(mdm.send(MAC, new Command("c", new ProfileList(false)))).isInstanceOf(Delivery.Refused.class);
        assertThat(mdm.send(Mdms.device("S", "../*"), install())).isInstanceOf(Delivery.Refused.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void wakesAMac() {
        server.then(KNOWN, WOKEN, ERROR);
        assertThat(mdm.push(MAC)).isEqualTo(QUEUED);
        assertThat(mdm.push(MAC)).isInstanceOf(Delivery.Unreachable.class);
    }

    @Test
    void neverRepeatsThePasswordOrTheProfileThatAServerThrowsBack() {
        Act echo = scene -> {
            TestServer.Request request = scene.read();
            String status =
                    request.headers().get("authorization") + request.text().replace("\"", "'");
            scene.write("HTTP/1.1 200 OK\r\nContent-Length: " + (status.length() + 40) + "\r\n\r\n"
                    + "[{\"profile_metadata\":[{\"status\":\"" + status + "\"}]}]  ");
        };
        server.then(KNOWN, WOKEN, echo);
        String words = mdm.send(MAC, install()).toString();
        assertThat(words).contains("not known").doesNotContain("Y2FuYXJ5").doesNotContain("PHBsaXN0Lz4");
    }
}
