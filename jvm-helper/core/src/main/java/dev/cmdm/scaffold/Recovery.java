// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.installed.InstalledPayload;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts one installed profile together again, and keeps account of what is lost. */
final class Recovery {
    private static final String CONTENT = "PayloadContent";
    private static final String SCOPE = "PayloadScope";

    private final InstalledProfile installed;
    private final SecretNames secrets;
    private final List<Loss> losses = new ArrayList<>();

    private Recovery(InstalledProfile installed, SecretNames secrets) {
        this.installed = installed;
        this.secrets = secrets;
    }

    /**
     * The profile and what is lost of it.
     *
     * @throws dev.cmdm.profile.ProfileException when what is listed can be no profile
     */
    static Recovered of(InstalledProfile installed, SecretNames secrets) {
        return new Recovery(installed, secrets).recover();
    }

    private Recovered recover() {
        PlistValue.Dict whole = content();
        for (PlistValue.Dict candidate : List.of(whole, whole.with(SCOPE, new PlistValue.Text(scope().word())))) {
            if (proves(candidate)) {
                return new Recovered(installed, candidate, true, circumstances());
            }
        }
        losses.add(
                0,
                Loss.of(
                        Loss.Code.NOT_PROVEN,
                        "put together from what the Mac shows, not from the bytes that were sent; cmdm would replace the copy on the Mac"));
        signature();
        losses.addAll(circumstances());
        return new Recovered(installed, whole, false, losses);
    }

    private boolean proves(PlistValue.Dict content) {
        Profile profile = Profile.fromContent(content);
        return installed.hasUuid(Fingerprint.of(profile).derivedUuid());
    }

    private Scope scope() {
        return installed.key().scope();
    }

    private PlistValue.Dict content() {
        Map<String, PlistValue> content = new LinkedHashMap<>();
        content.put(
                "PayloadIdentifier",
                new PlistValue.Text(installed.key().identifier().value()));
        content.put("PayloadType", new PlistValue.Text("Configuration"));
        content.putAll(installed.described().entries());
        if (scope() == Scope.USER) {
            content.put(SCOPE, new PlistValue.Text(Scope.USER.word()));
        }
        List<PlistValue> payloads = new ArrayList<>();
        for (InstalledPayload payload : installed.payloads()) {
            payloads.add(payload(payload, KeyPath.TOP.key(CONTENT).item(payloads.size())));
        }
        content.put(CONTENT, new PlistValue.Array(payloads));
        return new PlistValue.Dict(content);
    }

    private PlistValue.Dict payload(InstalledPayload payload, KeyPath at) {
        Map<String, PlistValue> content = new LinkedHashMap<>();
        put(content, "PayloadType", payload.type());
        put(content, "PayloadIdentifier", payload.identifier());
        put(content, "PayloadUUID", payload.uuid());
        content.putAll(payload.described().entries());
        content.putAll(Cleaner.clean(payload.settings(), at, losses).entries());
        hidden(payload, at);
        return new PlistValue.Dict(content);
    }

    private void hidden(InstalledPayload payload, KeyPath at) {
        if (payload.settings().entries().isEmpty()) {
            losses.add(new Loss(
                    Loss.Code.SETTINGS_NOT_SHOWN, at.toString(), "the Mac shows no setting of " + payload.type()));
        }
        List<String> missing = secrets.of(payload.type()).stream()
                .filter(name -> !Cleaner.shows(payload.settings(), name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            losses.add(new Loss(
                    Loss.Code.SECRETS_NOT_SHOWN,
                    at.toString(),
                    "macOS does not show these, add those that were set: " + String.join(", ", missing)));
        }
    }

    private static void put(Map<String, PlistValue> content, String key, String text) {
        if (!text.isEmpty()) {
            content.put(key, new PlistValue.Text(text));
        }
    }

    private void signature() {
        if (installed.verification().isEmpty()) {
            losses.add(Loss.of(Loss.Code.SIGNATURE, "the Mac does not show whether it was signed"));
        } else if (!installed.verification().equals("unsigned")) {
            losses.add(Loss.of(Loss.Code.SIGNATURE, "it was signed; what is written here is not"));
        }
    }

    /** What is to be known of a profile however much of it was recovered. */
    private List<Loss> circumstances() {
        List<Loss> found = new ArrayList<>();
        if (installed.origin() == Origin.UNKNOWN) {
            found.add(Loss.of(
                    Loss.Code.ORIGIN_UNKNOWN,
                    "who installed it is not shown; leave it out if declarative management owns it"));
        } else if (installed.origin() == Origin.LOCAL) {
            found.add(Loss.of(
                    Loss.Code.LOCAL_COPY, "it was installed on the Mac itself; an MDM refuses to replace such a copy"));
        }
        if (scope() == Scope.USER) {
            found.add(Loss.of(
                    Loss.Code.USER, "it belongs to the user " + installed.key().user() + " of this Mac"));
        }
        return found;
    }
}
