// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileKey;
import java.util.ArrayList;
import java.util.List;

/**
 * An installed profile put together again, as far as the Mac tells.
 *
 * @param installed as the Mac lists it
 * @param content the whole profile but for its UUID, which the content proves or not
 * @param proven whether the installed UUID is the one derived from this content
 * @param losses what could not be recovered
 */
record Recovered(InstalledProfile installed, PlistValue.Dict content, boolean proven, List<Loss> losses) {
    Recovered {
        losses = List.copyOf(losses);
    }

    ProfileKey key() {
        return installed.key();
    }

    /** The profile as cmdm understands it. */
    Profile profile() {
        return Profile.fromContent(content);
    }

    /** The same with one more thing to know. */
    Recovered with(Loss loss) {
        List<Loss> more = new ArrayList<>(losses);
        more.add(loss);
        return new Recovered(installed, content, proven, more);
    }

    /** What is said above it where it is written, a line each. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        remarks.add(key() + (proven ? ": recovered whole, its UUID proves it" : ""));
        losses.forEach(loss -> remarks.add(loss.line()));
        return remarks;
    }

    @Override
    public String toString() {
        return key().toString();
    }
}
