// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.installed.InstalledPayload;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final String MANAGED = "com.apple.ManagedClient.preferences";

    @Test
    void namesTheSettingsThatDiffer() {
        PlistValue.Dict shown = dict(Map.of("a", PlistValue.Int.of(1), "b", PlistValue.Int.of(1)));
        PlistValue.Dict declared = dict(Map.of("b", PlistValue.Int.of(2), "c", PlistValue.Int.of(1)));
        assertThat(changes("com.apple.dock", shown, declared))
                .containsExactly(
                        new Change("com.apple.dock", "a", Change.Kind.REMOVED),
                        new Change("com.apple.dock", "b", Change.Kind.CHANGED),
                        new Change("com.apple.dock", "c", Change.Kind.ADDED));
    }

    @Test
    void comparesManagedPreferencesUnderThePayloadContentTheyAreDeclaredIn() {
        assertThat(changes(MANAGED, managed(36), managed(36))).isEmpty();
        assertThat(changes(MANAGED, managed(36), managed(48)))
                .containsExactly(new Change(MANAGED, "PayloadContent", Change.Kind.CHANGED));
    }

    @Test
    void takesNothingShownForNoDifference() {
        assertThat(changes(MANAGED, PlistValue.Dict.empty(), managed(36))).isEmpty();
    }

    private static List<Change> changes(String type, PlistValue.Dict shown, PlistValue.Dict settings) {
        PlistValue.Dict payload = settings.with("PayloadType", new PlistValue.Text(type))
                .with("PayloadIdentifier", new PlistValue.Text("com.acme.a.1"));
        Profile declared = Profile.fromContent(dict(Map.of(
                "PayloadIdentifier",
                new PlistValue.Text("com.acme.a"),
                "PayloadContent",
                new PlistValue.Array(List.of(payload)))));
        InstalledPayload listed = new InstalledPayload(type, "com.acme.a.1", "", shown);
        InstalledProfile there =
                new InstalledProfile(ProfileKey.system(declared.identifier()), "", Origin.MDM, "", "", List.of(listed));
        return Changes.between(there, declared);
    }

    private static PlistValue.Dict managed(long size) {
        return dict(Map.of("PayloadContent", dict(Map.of("com.apple.dock", PlistValue.Int.of(size)))));
    }

    private static PlistValue.Dict dict(Map<String, PlistValue> entries) {
        return new PlistValue.Dict(entries);
    }
}
