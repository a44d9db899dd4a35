// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.device.MacOsVersion;
import dev.cmdm.plist.PlistValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Catalogue APPLE = Catalogue.apple();

    @Test
    void everyTypeOfTheTableIsThereAndNoOther() {
        TreeSet<String> types = Tables.payloads().stream()
                .filter(row -> !row.get("delivery").equals("(container)"))
                .map(row -> row.get("payload_type"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(APPLE.types()).containsExactlyElementsOf(types).hasSize(103 + 17);
    }

    @Test
    void everyKeyOfTheTableIsFoundByItsPathWithItsKind() {
        for (Map<String, String> row : Tables.keys()) {
            Optional<PayloadKey> key = find(row.get("payload_type"), row.get("key_path"));
            assertThat(key)
                    .as(row.get("payload_type") + " " + row.get("key_path"))
                    .isPresent();
            assertThat(key.get().kind().word()).isEqualTo(row.get("type"));
        }
        assertThat(Tables.keys()).hasSize(1872);
    }

    @Test
    void noKeyIsThereThatTheTableLacksUnlessAppleDescribesOnlyWhatIsBelowIt() {
        int keys = 0;
        int onlyBelow = 0;
        for (PayloadType type : all()) {
            for (PayloadKey key : flat(type.keys())) {
                keys++;
                onlyBelow += key.has(PayloadKey.Trait.NOT_MACOS) ? 1 : 0;
            }
        }
        long distinct = Tables.keys().stream()
                .map(row -> row.get("payload_type") + "/" + row.get("key_path"))
                .distinct()
                .count();
        assertThat(keys - onlyBelow).isEqualTo((int) distinct + Tables.later().size());
        assertThat(onlyBelow).isEqualTo(18);
    }

    @Test
    void theTypesThatThePlannerHoldsForMdmOnlyAreThoseOfTheTable() {
        assertThat(APPLE.types()).allSatisfy(name -> {
            boolean mdmOnly = APPLE.find(name).orElseThrow().delivery() == Delivery.MDM_ONLY;
            assertThat(PayloadTypes.mdmOnly(name)).as(name).isEqualTo(mdmOnly);
        });
        assertThat(APPLE.types()).filteredOn(PayloadTypes::mdmOnly).hasSize(8);
    }

    @Test
    void aTypeThatSeveralFilesDescribeIsWhatTheySayTogether() {
        PayloadType mcx = APPLE.find("com.apple.MCX").orElseThrow();
        assertThat(mcx.files()).hasSize(6);
        assertThat(mcx.findKey("timeServer").orElseThrow().file()).isEqualTo("com.apple.MCX(TimeServer).yaml");
        assertThat(mcx.findKey("DestroyFVKeyOnStandby").orElseThrow().lifetime().introduced())
                .contains(new MacOsVersion(10, 9, 0));
        PayloadType sso = APPLE.find("com.apple.extensiblesso").orElseThrow();
        PayloadKey realm = sso.findKey("Realm").orElseThrow();
        assertThat(realm.has(PayloadKey.Trait.REQUIRED)).isFalse();
        PayloadKey type = sso.findKey("Type").orElseThrow();
        assertThat(type.has(PayloadKey.Trait.REQUIRED)).isTrue();
        assertThat(type.limits().allowed()).containsExactlyInAnyOrder("Credential", "Redirect");
        assertThat(sso.findKey("TeamIdentifier").orElseThrow().limits().allowed())
                .isEmpty();
    }

    @Test
    void aKeyTellsWhatTheTableSaysOfIt() {
        PayloadKey clock = find("com.apple.wifi.managed", "EncryptionType").orElseThrow();
        assertThat(clock.usual()).contains("Any");
        assertThat(clock.limits().allowed()).contains("WPA2", "None");
        PayloadKey autologin =
                find("com.apple.loginwindow", "AutologinPassword").orElseThrow();
        assertThat(autologin.has(PayloadKey.Trait.MDM_ONLY)).isTrue();
        PayloadKey contrast = find("com.apple.universalaccess", "contrast").orElseThrow();
        assertThat(contrast.limits().inRange(new PlistValue.Real(0.5))).isTrue();
        assertThat(contrast.limits().inRange(new PlistValue.Real(1.5))).isFalse();
        assertThat(contrast.limits().inRange(PlistValue.Int.of(-1))).isFalse();
    }

    @Test
    void aKeyOfAnyNameIsFoundWhereAppleAllowsOneAndNowhereElse() {
        PayloadKey extensions = find("com.apple.system-extension-policy", "AllowedSystemExtensions")
                .orElseThrow();
        assertThat(extensions.findMember("ABCDE12345").orElseThrow().kind()).isEqualTo(Kind.ARRAY);
        assertThat(APPLE.find("com.apple.dock").orElseThrow().findKey("no-such-key"))
                .isEmpty();
    }

    @Test
    void theLifetimeOfATypeIsComparedByNumbers() {
        Lifetime panes = APPLE.find("com.apple.systempreferences").orElseThrow().lifetime();
        assertThat(panes.deprecatedIn(new MacOsVersion(12, 7, 0))).isFalse();
        assertThat(panes.deprecatedIn(new MacOsVersion(13, 0, 0))).isTrue();
        assertThat(panes.removedIn(new MacOsVersion(26, 0, 0))).isFalse();
        Lifetime kernel = APPLE.find("com.apple.syspolicy.kernel-extension-policy")
                .orElseThrow()
                .lifetime();
        assertThat(kernel.tooNewFor(new MacOsVersion(10, 13, 1))).isTrue();
        assertThat(kernel.tooNewFor(new MacOsVersion(10, 14, 0))).isFalse();
    }

    @Test
    void whatIsWrittenInOtherCaseOrWithASlipHasANearName() {
        assertThat(APPLE.findNear("com.apple.Dock")).contains("com.apple.dock");
        assertThat(APPLE.findNear("com.apple.screensavr")).contains("com.apple.screensaver");
        assertThat(APPLE.findNear("com.apple.Safari")).isEmpty();
        assertThat(APPLE.findNear("com.google.Chrome")).isEmpty();
        assertThat(APPLE.find("com.apple.Dock")).isEmpty();
    }

    @Test
    void aValueOfAListBesideBoundsIsAllowedToo() {
        Limits limits = find("com.apple.MCX", "com.apple.EnergySaver.desktop.ACPower/Display Sleep Timer")
                .orElseThrow()
                .limits();
        assertThat(List.of(0, 1, 180)).allSatisfy(minutes -> {
            assertThat(limits.allows(PlistValue.Int.of(minutes))).isTrue();
            assertThat(limits.inRange(PlistValue.Int.of(minutes))).isTrue();
        });
        assertThat(limits.inRange(PlistValue.Int.of(181))).isFalse();
    }

    @Test
    void keysOfLaterReleasesAreKnownByName() {
        assertThat(Tables.later())
                .hasSize(17)
                .allSatisfy(row -> assertThat(find(row.get("payload_type"), row.get("key_path"))
                                .orElseThrow()
                                .kind())
                        .isEqualTo(Kind.ANY));
    }

    @Test
    void correctionsAreApplied() {
        assertThat(find("com.apple.TCC.configuration-profile-policy", "Services/Camera/IdentityDict/Allowed")
                        .orElseThrow()
                        .has(PayloadKey.Trait.REQUIRED))
                .isFalse();
    }

    private static List<PayloadType> all() {
        List<PayloadType> types = new ArrayList<>(List.of(APPLE.topLevel(), APPLE.common()));
        APPLE.types().forEach(name -> types.add(APPLE.find(name).orElseThrow()));
        return types;
    }

    private static List<PayloadKey> flat(List<PayloadKey> keys) {
        List<PayloadKey> all = new ArrayList<>(keys);
        keys.forEach(key -> all.addAll(flat(key.members())));
        return all;
    }

    private static Optional<PayloadKey> find(String type, String path) {
        List<PayloadKey> members = APPLE.find(type).orElseThrow().keys();
        Optional<PayloadKey> found = Optional.empty();
        for (String step : path.split("/")) {
            found = members.stream().filter(key -> key.name().equals(step)).findFirst();
            members = found.map(PayloadKey::members).orElse(List.of());
        }
        return found;
    }
}
