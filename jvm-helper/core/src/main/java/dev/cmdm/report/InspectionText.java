// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Inspection;
import dev.cmdm.answer.Needs;
import dev.cmdm.profile.Payload;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.Scope;
import dev.cmdm.profile.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was found in files, as people read it. */
public final class InspectionText {
    private static final int LABEL = 13;

    private InspectionText() {}

    /** One profile: a line for each question that a person asks of it. */
    public static List<String> lines(Inspection.Understood found) {
        Profile profile = found.read().profile();
        List<String> lines = new ArrayList<>();
        lines.add(Shown.of(found.file()));
        add(lines, "identifier", Shown.of(profile.identifier().value()));
        profile.findDisplayName().ifPresent(name -> add(lines, "name", Shown.of(name)));
        add(lines, "uuid", Shown.of(profile.uuid()));
        add(lines, "scope", scope(profile));
        payloads(lines, profile);
        signers(lines, found.read().signers());
        add(
                lines,
                "fingerprint",
                found.fingerprint().map(fingerprint -> fingerprint.hex()).orElse("withheld, see the warning"));
        add(lines, "needs", needs(found.needs()));
        for (Inspection.Warning warning : found.warnings()) {
            String place = warning.keyPath().isEmpty() ? "" : " (" + Shown.of(warning.keyPath()) + ")";
            add(lines, "warning", warning.warningClass() + ": " + warning.message() + place);
        }
        return lines;
    }

    /** The fingerprint of one profile, or why it is withheld, beside the file. */
    public static String fingerprint(Inspection.Understood found) {
        String file = Shown.of(found.file());
        return found.findWithheld()
                .map(why -> "withheld  " + file + "  " + why.message() + " (" + Shown.of(why.keyPath()) + ")")
                .orElseGet(() -> found.fingerprint().orElseThrow().hex() + "  " + file);
    }

    /** One file that is no profile, with what to mend. */
    public static String line(Inspection.Broken broken) {
        return Shown.of(broken.file()) + ": " + Shown.of(broken.message()) + " ("
                + broken.error().errorClass() + ")";
    }

    /** The last line when there were several files. */
    public static String sum(int profiles, int broken) {
        return count(profiles, "profile") + ", " + broken + " broken.";
    }

    private static String scope(Profile profile) {
        String whose = profile.scope() == Scope.SYSTEM ? "system" : "user";
        String version =
                profile.findVersion().map(number -> ", version " + number).orElse("");
        return whose
                + version
                + (profile.removalDisallowed() ? ", a user may not remove it" : ", a user may remove it");
    }

    private static void payloads(List<String> lines, Profile profile) {
        if (profile.encrypted()) {
            add(lines, "payloads", "encrypted for one Mac");
            return;
        }
        for (Payload payload : profile.payloads()) {
            add(
                    lines,
                    "payload",
                    part(payload.findType().orElse("no type"))
                            + part(payload.findIdentifier().orElse("no identifier"))
                            + Shown.of(payload.findUuid().orElse("no UUID")));
        }
    }

    private static String part(String text) {
        return Shown.of(text) + "   ";
    }

    private static void signers(List<String> lines, List<Signer> signers) {
        if (signers.isEmpty()) {
            add(lines, "signed", "no");
        }
        for (Signer signer : signers) {
            String until = (signer.expired() ? ", expired " : ", valid until ") + signer.notAfter();
            add(lines, "signed", "by " + Shown.of(signer.subject()) + until);
        }
    }

    private static String needs(Needs needs) {
        if (!needs.mdm()) {
            return needs.userApproval() ? "user approval when an MDM brings it" : "nothing, may come by any channel";
        }
        String keys = needs.mdmOnlyKeys().stream().map(Shown::of).collect(Collectors.joining(", "));
        return "an MDM" + (needs.userApproval() ? " with user approval" : "") + (keys.isEmpty() ? "" : ", for " + keys);
    }

    private static void add(List<String> lines, String label, String text) {
        lines.add("  " + Column.pad(label, LABEL) + text);
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
