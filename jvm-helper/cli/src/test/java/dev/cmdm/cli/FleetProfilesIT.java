// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped jar at Fleet, which brings profiles by its configuration profiles and labels where {@code objects} is set. */
class FleetProfilesIT {
    private static final World.Product FLEET = World.Product.FLEET;
    private static final String REFUSES = "{\"error\": {\"identifier\": \"*\", \"chain\": [{\"code\": -319,"
            + " \"domain\": \"ConfigProfilePluginDomain\", \"text\": \"The profile is not valid.\"}]}}";

    private final SimulatedMac mac = World.mac(FLEET);
    private final Shipped cmdm = new Shipped(mac);
    private final Shipped objects = objects(mac);

    @Test
    void installsReplacesAndRemovesByLabelsAndAsksNothingWhileNothingChanges() {
        mac.declare("com.acme.own-a", 600);
        mac.declare("com.acme.own-b", 600);
        Ended first = objects.apply("--complete", "com.acme");
        assertThat(first.out()).contains("Fleet at ").contains("2 done, 0 in place.");
        assertThat(first.exit()).isZero();
        assertThat(identifiers(mac)).containsExactly("com.acme.own-a", "com.acme.own-b");

        List<String> requests = mac.world().requests(FLEET);
        assertThat(objects.apply("--complete", "com.acme").out()).contains("0 changes, 2 in place.");
        assertThat(mac.world().requests(FLEET)).isEqualTo(requests);

        List<String> before = mac.listing();
        mac.declare("com.acme.own-a", 601);
        assertThat(objects.apply("--complete", "com.acme").exit()).isZero();
        Until.isTrue(
                "the new one stands alone",
                () -> objects.apply("--complete", "com.acme").out().contains("0 changes, 2 in place."));
        assertThat(mac.listing()).hasSize(2).doesNotContain(before.get(0)).contains(before.get(1));

        mac.drop("com.acme.own-b");
        Ended last = objects.apply("--complete", "com.acme");
        assertThat(last.out()).containsPattern("removed +com\\.acme\\.own-b").contains("1 done, 1 in place.");
        assertThat(identifiers(mac)).containsExactly("com.acme.own-a");
        assertThat(calls("commands/run")).noneMatch(line -> line.contains("com.acme.own"));
        assertThat(deletions()).allMatch(line -> line.contains("/labels "));
    }

    @Test
    void macsThatTakeTheSameProfileAtOnceShareOne() {
        List<SimulatedMac> macs = World.macs(FLEET, 2);
        macs.forEach(each -> each.declare("com.acme.shared", 640));
        List<Running> runs =
                macs.stream().map(each -> objects(each).startApply()).toList();
        assertThat(runs).map(Running::end).allSatisfy(ended -> {
            assertThat(ended.out()).contains("1 done, 0 in place.");
            assertThat(ended.exit()).isZero();
        });
        assertThat(macs.get(0).listing()).isEqualTo(macs.get(1).listing()).hasSize(1);
        assertThat(macs).allMatch(each -> each.carriedOut("RemoveProfile") == 0);
    }

    @Test
    void keepsWhatACommandBroughtUntilItsContentChanges() {
        mac.declare("com.acme.switched", 650);
        assertThat(cmdm.apply().out()).contains("1 done");
        assertThat(objects.apply().out()).contains("0 changes, 1 in place.");
        mac.declare("com.acme.switched", 651);
        assertThat(objects.apply().exit()).isZero();
        Until.isTrue(
                "the one of the command is gone", () -> objects.apply().out().contains("0 changes, 1 in place."));
        assertThat(mac.listing()).singleElement().asString().startsWith("com.acme.switched:");
    }

    @Test
    void finishesWhatALostAnswerCutShort() {
        mac.declare("com.acme.cut", 660);
        mac.serverFaults("[{\"on\": \"enqueue\", \"times\": 2, \"do\": \"lose-answer\"}]");
        Ended run = objects.apply();
        mac.serverFaults("[]");
        assertThat(run.exit()).isZero();
        Until.isTrue("it is in place", () -> objects.apply().out().contains("0 changes, 1 in place."));
        assertThat(mac.carriedOut("InstallProfile")).isEqualTo(1);
    }

    @Test
    void tellsApplesWordsOfARefusalAndALaterRunStillKnowsThem() {
        mac.declare("com.acme.refused", 670);
        mac.faults(REFUSES);
        Ended run = objects.apply("--wait", "60");
        assertThat(run.out())
                .containsPattern(
                        "failed +com\\.acme\\.refused.*ConfigProfilePluginDomain \\(-319\\): The profile is not");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(objects.apply("--wait", "1").out()).contains("The profile is not valid.; sent again in ");
        assertThat(mac.listing()).isEmpty();
    }

    @Test
    void sendsOtherCommandsAndDoctorSaysThatTheMacIsManaged() {
        assertThat(objects.run("command", "send", "SecurityInfo").out()).contains("acknowledged");
        assertThat(objects.run("doctor").out())
                .containsPattern("Fleet 4\\.73\\.0 at \\S+, as maintainer")
                .contains("the MDM manages this Mac");
    }

    private static Shipped objects(SimulatedMac mac) {
        return new Shipped(mac).with("CMDM_MDM_OBJECTS", "true");
    }

    /** Of the profiles inside, by the names of the objects. */
    private static List<String> identifiers(SimulatedMac mac) {
        return mac.listing().stream().map(name -> name.split(":")[0]).toList();
    }

    private List<String> calls(String path) {
        return mac.world().requests(FLEET).stream()
                .filter(line -> line.contains("/api/v1/fleet/" + path))
                .toList();
    }

    private List<String> deletions() {
        return mac.world().requests(FLEET).stream()
                .filter(line -> line.contains(" DELETE "))
                .toList();
    }
}
