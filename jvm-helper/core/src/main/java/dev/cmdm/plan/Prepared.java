// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.profile.Fingerprint;
import java.util.List;
import java.util.Optional;

/**
 * A declared profile with the forms in which it could be sent.
 *
 * @param desired what was declared
 * @param fingerprint its content's, nothing when it is absent or broken
 * @param forms in the order in which they are tried, empty when it is absent or broken
 */
public record Prepared(DesiredProfile desired, Optional<Fingerprint> fingerprint, List<Form> forms) {
    public Prepared {
        forms = List.copyOf(forms);
    }
}
