// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ways that a profile goes where a command carries 2000 characters. */
class WorkspaceOneIT {
    private static final World.Product PRODUCT = World.Product.WORKSPACEONE;
    private static final String NAME = "com.acme.a";
    /** Settings with which a profile fits as it is, only in compact form, and in no command at all. */
    private static final int FEW = 2;

    private static final int MORE = 12;
    private static final int MANY = 60;

    private SimulatedMac mac = World.mac(PRODUCT);
    private final int begun = mac.world().requests(PRODUCT).size();

    @AfterEach
    void anyNumberOfCalls() {
        quota(0);
    }

    @Test
    void whatFitsGoesAsItIsAndIsNotAskedAboutEverAgain() {
        declare(FEW);
        Ended first = cmdm().apply();
        assertThat(first.out()).contains("Workspace ONE at ", "1 done").doesNotContain("compact");
        assertThat(mac.listing()).containsExactly(NAME);
        assertThat(requests())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("POST /api/mdm/devices/commands?command=CustomMdmCommand&searchby=Serialnumber&id="
                                + mac.serial() + " 202 InstallProfile " + NAME));
        List<String> all = mac.world().requests(PRODUCT);
        assertThat(cmdm().apply().out()).contains("0 changes, 1 in place.");
        assertThat(mac.world().requests(PRODUCT)).isEqualTo(all);
    }

    @Test
    void whatIsJustOverTheLimitGoesInCompactForm() {
        declare(MORE);
        assertThat(cmdm().plan().out()).containsPattern("compact");
        assertThat(cmdm().apply().out()).contains("1 done");
        assertThat(mac.listing()).containsExactly(NAME);
    }

    @Test
    void whatFitsOnlyWithoutASignatureGoesWithoutOne() {
        assumeThat(SigningKeys.openssl()).isTrue();
        declare(FEW);
        Shipped signing = signing();
        assertThat(signing.plan().out()).contains("signed").contains("of 2,000 characters");
        assertThat(signing.apply().out()).contains("1 done");
        assertThat(profile("verification")).isEqualTo("unsigned");
    }

    @Test
    void whatNoCommandCarriesComesAsAProfileOfTheServersOwn() {
        declare(MANY);
        assertThat(objects().apply().out()).contains("1 done");
        assertThat(profile("identifier")).startsWith("com.airwatch.profile.");
        List<String> all = mac.world().requests(PRODUCT);
        assertThat(objects().apply().out()).contains("0 changes, 1 in place.");
        assertThat(mac.world().requests(PRODUCT))
                .as("an object proves its content by its name")
                .isEqualTo(all);

        String before = profile("identifier");
        declare(MANY + 1);
        objects().apply();
        Until.isTrue("the new one stands alone", () -> objects().apply().out().contains("0 changes, 1 in place."));
        assertThat(identifiers()).hasSize(1).doesNotContain(before);

        mac.drop(NAME);
        assertThat(objects().apply("--complete", "com.acme", "--allow-empty").out())
                .contains("1 done");
        assertThat(identifiers()).isEmpty();
        assertThat(requests()).anyMatch(line -> line.contains("/remove 200 RemoveProfile " + NAME + ":"));
    }

    @Test
    void twoMacsShareOneObject() {
        SimulatedMac other = World.mac(PRODUCT);
        declare(MANY + 7);
        other.write(NAME, profileOf(MANY + 7));
        Running first = objects().startApply();
        Running second = objects(other).startApply();
        assertThat(first.end().out()).contains("1 done");
        assertThat(second.end().out()).contains("1 done");
        String uuid = profile("uuid");
        assertThat(mac.world().get("/macs/" + other.name()).path("profiles").toString())
                .contains(uuid);
    }

    @Test
    void onMacOs1015WhatNoCommandCarriesIsSignedAndInstalledLocally() {
        assumeThat(SigningKeys.openssl()).isTrue();
        mac = World.enrolledOldMac(PRODUCT);
        declare(MANY);
        assertThat(signing().apply().out()).contains("1 done");
        assertThat(profile("identifier")).isEqualTo(NAME);
        assertThat(profile("origin")).isEqualTo("local");
        assertThat(profile("verification")).isEqualTo("verified");
        assertThat(requests()).isEmpty();
    }

    @Test
    void onMacOs15WhatNoCommandCarriesIsBlockedForEveryReason() {
        declare(MANY);
        Ended ended = cmdm().apply();
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out())
                .contains("blocked")
                .contains("it does not fit: plain 5,153, compact 4,233 of 2,000 characters")
                .contains("also macOS 15.1 installs no profile locally");
        assertThat(requests()).isEmpty();
    }

    @Test
    void aQuotaThatIsUsedUpMakesTheRestWaitAndNoRunAsksAnything() {
        mac.write("com.acme.b", profileOf("com.acme.b", FEW));
        declare(FEW);
        quota(1);
        Ended first = cmdm().apply("--detailed-exitcode");
        assertThat(first.out())
                .contains("1 done")
                .containsPattern("the MDM takes no more until \\d{4}-\\d\\d-\\d\\dT00:00:0[01]Z");
        assertThat(first.exit()).isEqualTo(3);
        List<String> all = mac.world().requests(PRODUCT);
        assertThat(all).last().asString().contains(" 429 ");
        Ended second = cmdm().apply("--detailed-exitcode");
        assertThat(second.exit()).isEqualTo(3);
        assertThat(second.out()).contains("the MDM takes no more until ");
        assertThat(cmdm().run("status").out()).contains("the MDM takes no more until ");
        assertThat(mac.world().requests(PRODUCT)).isEqualTo(all);
    }

    @Test
    void doctorTellsOfTheQuotaAndOfEachThingThatIsMissing() {
        quota(5000);
        assertThat(cmdm().run("doctor").out())
                .containsPattern("Workspace ONE at \\S+, \\d+ of 5000 API calls left until ")
                .contains("the MDM manages this Mac");
        Ended missing = cmdm().without("CMDM_MDM_TENANT_CODE").run("doctor");
        assertThat(missing.out() + missing.err()).contains("mdm.tenant_code");
        Ended wrong = cmdm().with("TENANT", "another").run("doctor");
        assertThat(wrong.out())
                .contains("it refused the credential; check mdm.credential, mdm.user and mdm.tenant_code");
        assertThat(wrong.exit()).isNotZero();
    }

    private Shipped cmdm() {
        return cmdm(mac);
    }

    private static Shipped cmdm(SimulatedMac mac) {
        return new Shipped(mac)
                .with("CMDM_MDM_USER", "cmdm")
                .with("CMDM_MDM_TENANT_CODE", "env:TENANT")
                .with("TENANT", "tenant");
    }

    private Shipped objects() {
        return objects(mac);
    }

    private static Shipped objects(SimulatedMac mac) {
        return cmdm(mac)
                .with("CMDM_MDM_OBJECTS", "true")
                .with("CMDM_MDM_GROUP", "1234")
                .with("CMDM_MDM_SMART_GROUP", "55");
    }

    private Shipped signing() {
        SigningKeys keys = new SigningKeys(mac).make("acme");
        return cmdm().with("CMDM_SIGN_IDENTITY", keys.file("acme.p12").toString())
                .with("CMDM_SIGN_PASSWORD", "env:KEY_PASSWORD")
                .with("KEY_PASSWORD", SigningKeys.PASSWORD);
    }

    private void declare(int settings) {
        mac.write(NAME, profileOf(settings));
    }

    private static String profileOf(int settings) {
        return profileOf(NAME, settings);
    }

    /** A profile of so many settings. */
    private static String profileOf(String identifier, int settings) {
        String more = IntStream.range(0, settings)
                .mapToObj(n -> "<key>setting" + n + "</key><integer>" + n + "</integer>")
                .collect(Collectors.joining());
        return TestProfile.of(identifier, 600).replace("<key>idleTime</key>", more + "<key>idleTime</key>");
    }

    /** What this test asked of the server, which one Mac after the other asks. */
    private List<String> requests() {
        return mac.world().requests(PRODUCT).stream().skip(begun).toList();
    }

    private List<String> identifiers() {
        return StreamSupport.stream(profiles().spliterator(), false)
                .map(profile -> profile.path("identifier").asString())
                .filter(identifier -> !identifier.equals("com.airwatch.enrollment"))
                .toList();
    }

    private String profile(String field) {
        return StreamSupport.stream(profiles().spliterator(), false)
                .filter(profile -> !profile.path("identifier").asString().equals("com.airwatch.enrollment"))
                .map(profile -> profile.path(field).asString())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode profiles() {
        return mac.world().get("/macs/" + mac.name()).path("profiles");
    }

    private void quota(int perDay) {
        mac.world().put("/servers/" + PRODUCT.word() + "/quota", "{\"perDay\": " + perDay + "}");
    }
}
