// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import dev.cmdm.simulator.facts.MacosVersion;
import dev.cmdm.simulator.facts.Template;
import dev.cmdm.simulator.facts.ToolTexts;
import dev.cmdm.simulator.mac.InstalledProfile;
import dev.cmdm.simulator.mac.Origin;
import dev.cmdm.simulator.profile.Payload;
import dev.cmdm.simulator.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The listing as verbose text, the only form that tells which profiles came by MDM. Values are printed as they are: a
 * newline in a description breaks the lines, as it does on a Mac.
 */
final class VerboseListing {
    private final MacosVersion macos;
    private final PlainListing plain;

    VerboseListing(MacosVersion macos) {
        this.macos = macos;
        this.plain = new PlainListing(macos);
    }

    String of(View view) {
        if (view.profiles().isEmpty()) {
            return plain.none(view);
        }
        StringBuilder text = new StringBuilder();
        view.byOwner().forEach((owner, profiles) -> {
            for (int n = 1; n <= profiles.size(); n++) {
                append(text, owner + "[" + n + "] ", profiles.get(n - 1));
            }
        });
        return text.append(plain.total(view)).toString();
    }

    private void append(StringBuilder text, String prefix, InstalledProfile installed) {
        appendLines(text, prefix, "verbose.profile", profileValues(installed));
        if (installed.origin() == Origin.DECLARATIVE) {
            appendLines(text, prefix, "verbose.declarative", Map.of());
        }
        List<Payload> payloads = installed.profile().payloads();
        for (int i = 1; i <= payloads.size(); i++) {
            appendLines(text, prefix, "verbose.payload", payloadValues(i, payloads.get(i - 1)));
        }
    }

    private void appendLines(StringBuilder text, String prefix, String factId, Map<String, String> values) {
        ToolTexts.get(factId, macos)
                .lines()
                .forEach(line ->
                        text.append(prefix).append(Template.fill(line, values)).append('\n'));
    }

    private Map<String, String> profileValues(InstalledProfile installed) {
        Profile profile = installed.profile();
        Map<String, String> values = names(profile.names());
        values.put("installDate", InstallDate.of(installed.installDate()));
        values.put("identifier", profile.identifier());
        values.put("uuid", profile.uuid());
        values.put("type", "Configuration");
        values.put("removalDisallowed", word(profile.removalDisallowed()));
        values.put("version", Integer.toString(profile.version()));
        values.put("computerItems", word(installed.user().isEmpty()));
        values.put("installedByMdm", word(installed.origin().managed()));
        values.put("payloads", Integer.toString(profile.payloads().size()));
        return values;
    }

    private Map<String, String> payloadValues(int i, Payload payload) {
        Map<String, String> values = names(payload.names());
        values.put("i", Integer.toString(i));
        values.put("type", payload.type());
        values.put("identifier", payload.identifier());
        values.put("uuid", payload.uuid());
        return values;
    }

    private Map<String, String> names(Payload.Names names) {
        Map<String, String> values = new HashMap<>();
        values.put("name", orAbsent(names.displayName()));
        values.put("description", orAbsent(names.description()));
        values.put("organization", orAbsent(names.organization()));
        return values;
    }

    private String orAbsent(Optional<String> value) {
        return value.orElseGet(() -> ToolTexts.get("verbose.absent", macos));
    }

    private static String word(boolean value) {
        return Boolean.toString(value).toUpperCase(Locale.ROOT);
    }
}
