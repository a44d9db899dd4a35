// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Jamf Pro has objects with scopes where others have commands, and gives profiles names of its own. */
class JamfIT {
    private static final Pattern NAMED = Pattern.compile("<string>(com\\.acme\\.[^:<]+):([0-9A-Fa-f-]{36})</string>");
    private static final String OBJECTS = " /JSSResource/osxconfigurationprofiles/id/";

    private final SimulatedMac mac = World.mac(World.Product.JAMF);
    private final Shipped cmdm = new Shipped(mac).with("CMDM_MDM_CLIENT_ID", "cmdm");

    /** Content of its own, for the Macs of other tests are in the scope of their objects. */
    @Test
    void installsReplacesAndRemovesByObjectsAndAsksNothingWhileNothingChanges() {
        mac.declare("com.acme.own-a", 600);
        mac.declare("com.acme.own-b", 600);
        Ended first = cmdm.apply("--complete", "com.acme");
        assertThat(first.out()).contains("Jamf Pro at ").contains("2 done, 0 in place.");
        assertThat(first.exit()).isZero();
        assertThat(named()).extracting(name -> name.split(":")[0]).containsExactly("com.acme.own-a", "com.acme.own-b");
        assertThat(mac.listing()).isEmpty();

        List<String> requests = mac.world().requests(mac.product());
        assertThat(cmdm.apply("--complete", "com.acme").out()).contains("0 changes, 2 in place.");
        assertThat(mac.world().requests(mac.product())).isEqualTo(requests);

        List<String> before = named();
        mac.declare("com.acme.own-a", 601);
        assertThat(cmdm.apply("--complete", "com.acme").exit()).isZero();
        Ended cleanUp = cmdm.apply("--complete", "com.acme");
        assertThat(cleanUp.exit()).isZero();
        assertThat(named()).hasSize(2).doesNotContain(before.get(0)).contains(before.get(1));
        assertThat(changes("DELETE")).isEmpty();

        mac.drop("com.acme.own-b");
        Ended last = cmdm.apply("--complete", "com.acme");
        assertThat(last.out()).containsPattern("removed +com\\.acme\\.own-b").contains("1 done, 1 in place.");
        assertThat(named()).hasSize(1);
        assertThat(changes("DELETE")).isEmpty();
        assertThat(cmdm.apply("--complete", "com.acme").out()).contains("0 changes, 1 in place.");
    }

    @Test
    void macsThatTakeTheSameProfileAtOnceDoNotPutEachOtherOut() {
        List<SimulatedMac> macs = World.macs(World.Product.JAMF, 4);
        macs.forEach(each -> each.declare("com.acme.shared", 640));
        List<Running> runs = macs.stream()
                .map(each ->
                        new Shipped(each).with("CMDM_MDM_CLIENT_ID", "cmdm").startApply())
                .toList();
        assertThat(runs).map(Running::end).allSatisfy(ended -> {
            assertThat(ended.out()).contains("1 done, 0 in place.");
            assertThat(ended.exit()).isZero();
        });
        assertThat(macs).allMatch(each -> each.carriedOut("RemoveProfile") == 0);
    }

    @Test
    void goesOnWithANewTokenWhenOneIsRefusedInMidRun() {
        mac.declare("com.acme.a", 600);
        mac.serverFaults("[{\"on\": \"enqueue\", \"times\": 1, \"do\": \"status\", \"status\": 401}]");
        Ended ended = cmdm.apply();
        assertThat(ended.out()).contains("1 done, 0 in place.");
        assertThat(ended.exit()).isZero();
    }

    @Test
    void getsInAsAUser() {
        mac.declare("com.acme.a", 600);
        assertThat(cmdm.without("CMDM_MDM_CLIENT_ID")
                        .with("CMDM_MDM_USER", "cmdm")
                        .apply()
                        .out())
                .contains("1 done, 0 in place.");
    }

    @Test
    void finishesWhatALostAnswerCutShortWithoutASecondObject() {
        mac.declare("com.acme.a", 600);
        mac.serverFaults("[{\"on\": \"enqueue\", \"times\": 2, \"do\": \"lose-answer\"}]");
        assertThat(cmdm.apply().exit()).isZero();
        Until.isTrue("it is listed", () -> !named().isEmpty());
        assertThat(cmdm.apply().out()).contains("0 changes, 1 in place.");
        assertThat(mac.carriedOut("InstallProfile")).isEqualTo(1);
    }

    /** The object is the same for both, so that its identifier is known before the second Mac refuses it. */
    @Test
    void tellsInTheMacsWordsWhyItRefused() {
        mac.declare("com.acme.refused", 600);
        assertThat(cmdm.apply().exit()).isZero();
        SimulatedMac other = World.mac(World.Product.JAMF);
        other.declare("com.acme.refused", 600);
        other.faults("{\"error\": {\"identifier\": \"" + identifier() + "\", \"chain\": [{\"code\": -319,"
                + " \"domain\": \"ConfigProfilePluginDomain\", \"text\": \"The settings are wrong.\"}]}}");
        Ended refused = new Shipped(other).with("CMDM_MDM_CLIENT_ID", "cmdm").apply();
        assertThat(refused.out() + refused.err()).contains("The settings are wrong.");
        assertThat(refused.exit()).isEqualTo(1);
    }

    @Test
    void saysThatAMacIsNotEnrolledOrNotKnown() {
        mac.declare("com.acme.a", 600);
        mac.unenroll();
        Ended left = cmdm.apply();
        assertThat(left.out() + left.err()).contains("not enrolled");
        assertThat(left.exit()).isNotZero();

        SimulatedMac other = World.mac(World.Product.MICROMDM);
        other.declare("com.acme.a", 600);
        Ended unknown = new Shipped(other)
                .with("CMDM_MDM_PRODUCT", "jamf")
                .with("CMDM_MDM_URL", mac.world().url(World.Product.JAMF))
                .with("CMDM_MDM_CLIENT_ID", "cmdm")
                .apply();
        assertThat(unknown.out() + unknown.err()).contains("does not manage this Mac");
        assertThat(unknown.exit()).isNotZero();
    }

    @Test
    void doctorTellsVersionAndThatASettingIsMissing() {
        assertThat(cmdm.run("doctor").out()).containsPattern("Jamf Pro 11\\.\\S+ at \\S+");
        Ended nobody = cmdm.without("CMDM_MDM_CLIENT_ID").run("doctor");
        assertThat(nobody.out() + nobody.err()).contains("mdm.client_id");
        assertThat(nobody.exit()).isNotZero();
    }

    /** The identifier that Jamf Pro gave the one profile that it brought this Mac. */
    private String identifier() {
        return StreamSupport.stream(
                        mac.world().get("/macs/" + mac.name()).path("profiles").spliterator(), false)
                .filter(profile -> profile.path("origin").asString().equals("mdm"))
                .map(profile -> profile.path("identifier").asString())
                .findFirst()
                .orElseThrow();
    }

    private List<String> changes(String method) {
        return mac.world().requests(mac.product()).stream()
                .filter(line -> line.contains(" " + method + OBJECTS))
                .toList();
    }

    /** The display names that the Mac lists of objects of cmdm's. */
    private List<String> named() {
        try {
            Process tool = new ProcessBuilder(
                            mac.root().resolve("usr/bin/profiles").toString(), "-P", "-o", "stdout-xml")
                    .start();
            String out = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return NAMED.matcher(out)
                    .results()
                    .map(found -> found.group(1) + ":" + found.group(2))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
