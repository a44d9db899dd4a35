// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import dev.cmdm.desired.Content;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.DesiredProfile.Options;
import dev.cmdm.desired.Ensure;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ReadProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profile without any setting that shows whether an MDM reaches a Mac. */
public final class ProbeProfile {
    private static final String IDENTIFIER = "dev.cmdm.probe";

    private ProbeProfile() {}

    /** It as if somebody had declared it. */
    public static DesiredProfile declared() {
        Profile profile = Profile.fromContent(new PlistValue.Dict(Map.of(
                "PayloadIdentifier", new PlistValue.Text(IDENTIFIER),
                "PayloadDisplayName", new PlistValue.Text("cmdm probe"),
                "PayloadDescription", new PlistValue.Text("Shows whether the MDM reaches this Mac; sets nothing."),
                "PayloadContent", new PlistValue.Array(List.of()))));
        return new DesiredProfile(
                IDENTIFIER,
                Optional.of(ProfileKey.system(new ProfileIdentifier(IDENTIFIER))),
                Ensure.PRESENT,
                new Content.Understood(new ReadProfile(profile, new Bytes(new byte[0]), false)),
                Options.DEFAULTS);
    }
}
