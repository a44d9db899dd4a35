// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Catalogue;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;

/** The keys at the top of a profile. What every profile needs was looked at when it was read. */
final class TopLevelRule implements Rule {
    private static final String SOURCE = "TopLevel.yaml";

    @Override
    public void check(Subject subject, Notes notes) {
        PlistValue.Dict top = subject.profile().content();
        new KeyWalk(subject, notes).top(Catalogue.apple().topLevel(), top);
        if (top.find("ConsentText").isPresent()) {
            notes.add(
                    Code.CONSENT_DIALOG,
                    KeyPath.TOP.key("ConsentText"),
                    "ConsentText makes macOS ask a person before it installs the profile",
                    SOURCE);
        }
        encryption(top, notes);
    }

    private static void encryption(PlistValue.Dict top, Notes notes) {
        boolean said = top.find("IsEncrypted")
                .filter(new PlistValue.Bool(true)::equals)
                .isPresent();
        boolean encrypted = top.find("EncryptedPayloadContent").isPresent();
        boolean open = top.find("PayloadContent").isPresent();
        if (said != encrypted || (encrypted && open)) {
            notes.add(
                    Code.ENCRYPTION_MISMATCH,
                    KeyPath.TOP.key(said ? "IsEncrypted" : "EncryptedPayloadContent"),
                    "IsEncrypted, EncryptedPayloadContent and PayloadContent contradict each other",
                    SOURCE);
        }
    }
}
