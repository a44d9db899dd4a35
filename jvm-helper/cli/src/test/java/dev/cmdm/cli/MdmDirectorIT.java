// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** MDMDirector is asked for what it shall want, and does not always do what it says it did. */
class MdmDirectorIT {
    private static final String NAME = "com.acme.a";

    private final SimulatedMac mac = World.mac(World.Product.MDMDIRECTOR);
    private final Shipped cmdm = new Shipped(mac);

    @AfterEach
    void microMdmIsUp() {
        control("micromdm-up");
    }

    @Test
    void installsThenAsksNothingThenReplacesAndRemoves() {
        mac.declare(NAME, 600);
        mac.declare("com.acme.b", 600);
        Ended first = cmdm.apply("--complete", "com.acme");
        assertThat(first.out()).contains("MDMDirector at ").contains("2 done, 0 in place.");
        assertThat(first.exit()).isZero();
        assertThat(mac.listing()).containsExactly(NAME, "com.acme.b");
        assertThat(mac.answered())
                .filteredOn(line -> line.startsWith("InstallProfile"))
                .hasSize(2);

        List<String> requests = mac.world().requests(mac.product());
        assertThat(cmdm.apply("--complete", "com.acme").out()).contains("0 changes, 2 in place.");
        assertThat(mac.world().requests(mac.product())).isEqualTo(requests);

        mac.declare(NAME, 700);
        mac.drop("com.acme.b");
        Ended last = cmdm.apply("--complete", "com.acme");
        assertThat(last.out())
                .containsPattern("replaced +com\\.acme\\.a")
                .containsPattern("removed +com\\.acme\\.b")
                .contains("2 done, 0 in place.");
        assertThat(mac.listing()).containsExactly(NAME);
        assertThat(cmdm.apply("--complete", "com.acme").out()).contains("0 changes, 1 in place.");
    }

    @Test
    void sendsNothingForAMacThatIsNotThere() {
        SimulatedMac other = World.mac(World.Product.MICROMDM);
        other.declare(NAME, 600);
        Ended ended = new Shipped(other)
                .with("CMDM_MDM_PRODUCT", "mdmdirector")
                .with("CMDM_MDM_URL", mac.world().url(mac.product()))
                .apply();
        assertThat(ended.out()).contains("this MDM does not manage this Mac");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(mac.world().requests(mac.product()))
                .anyMatch(line -> line.contains(" GET /device/serial/" + other.serial() + " 404 "));
    }

    @Test
    void sendsNothingWhileMicroMdmIsDown() {
        mac.declare(NAME, 600);
        control("micromdm-down");
        Ended down = cmdm.apply();
        assertThat(down.out() + down.err()).contains("the MicroMDM behind it does not answer");
        assertThat(down.exit()).isEqualTo(69);

        control("micromdm-up");
        assertThat(cmdm.apply().out()).contains("1 done, 0 in place.");
        assertThat(mac.carriedOut("InstallProfile")).isEqualTo(1);
    }

    @Test
    void whatItHoldsToHaveSentAndLostIsAskedForAnewAndNothingIsTakenOffTheMac() {
        mac.declare(NAME, 600);
        mac.faults("{\"asleep\": true}");
        assertThat(cmdm.apply("--wait", "1").out()).contains("1 pending");
        api("POST", "/device/command/clear_queue", "{\"udids\": [\"" + mac.udid() + "\"]}");
        mac.faults("{}");
        cmdm.run("forget", NAME);

        cmdm.with("CMDM_MDM_NUDGE_AFTER", "2");
        Ended unchanged = cmdm.apply("--wait", "1");
        assertThat(unchanged.out()).contains("which the MDM was before").contains("1 pending");
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));

        Ended nudged = cmdm.apply();
        assertThat(nudged.out()).contains("1 done, 0 in place.");
        assertThat(mac.listing()).containsExactly(NAME);
        assertThat(mac.carriedOut("RemoveProfile")).isZero();
        assertThat(cmdm.run("history").out()).contains("forgot that it had asked for it");
        assertThat(cmdm.apply().out()).contains("0 changes, 1 in place.");
    }

    @Test
    void doctorTellsThatItIsUpAndTakesThePassword() {
        assertThat(cmdm.run("doctor").out()).containsPattern("MDMDirector at \\S+, which says UP");
        cmdm.credential("wrong");
        Ended wrong = cmdm.run("doctor");
        assertThat(wrong.out()).contains("refused the credential");
        assertThat(wrong.exit()).isNotZero();
    }

    private void control(String word) {
        mac.world().post("/servers/" + mac.product().word() + "/" + word, "");
    }

    private void api(String method, String path, String json) {
        String credential =
                Base64.getEncoder().encodeToString(("mdmdirector:" + World.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(mac.world().url(mac.product()) + path))
                .header("Authorization", "Basic " + credential)
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
