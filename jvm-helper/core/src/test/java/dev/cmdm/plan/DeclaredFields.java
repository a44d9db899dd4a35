// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static dev.cmdm.plan.Yaml.constant;
import static dev.cmdm.plan.Yaml.entry;
import static dev.cmdm.plan.Yaml.key;
import static dev.cmdm.plan.Yaml.map;
import static dev.cmdm.plan.Yaml.only;
import static dev.cmdm.plan.Yaml.strings;
import static dev.cmdm.plan.Yaml.text;

import dev.cmdm.desired.Channel;
import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.desired.Prefix;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.prepare.ProbeProfile;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.HashedUuid;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ReadProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a golden case declares; the forms of a profile are as {@code prepare} would make them. */
final class DeclaredFields {
    private static final Bytes BYTES = new Bytes(new byte[] {1});

    private final Map<String, Object> desired;

    DeclaredFields(Map<String, Object> scenario) {
        this.desired = map(scenario.get("desired"));
        only(desired, "owner", "complete", "profiles");
    }

    Desired desired(List<Prepared> prepared) {
        return new Desired(
                new Owner(text(desired, "owner", "cli")),
                Optional.ofNullable(desired.get("complete")).map(prefix -> new Prefix((String) prefix)),
                prepared.stream().map(Prepared::desired).toList());
    }

    /** {@code derived} is the UUID made from what is declared, {@code derived B} that of content B. */
    static String uuid(String word, ProfileKey key, List<Prepared> prepared) {
        if (word.equals("derived")) {
            return prepared.stream()
                    .filter(candidate ->
                            candidate.desired().key().filter(key::equals).isPresent())
                    .flatMap(candidate -> candidate.fingerprint().stream())
                    .findFirst()
                    .orElseThrow()
                    .derivedUuid();
        }
        if (word.equals("hashed")) {
            return HashedUuid.of(BYTES);
        }
        return word.startsWith("derived ")
                ? fingerprint(key.identifier(), word.substring("derived ".length()))
                        .derivedUuid()
                : word;
    }

    List<Prepared> prepared() {
        List<Prepared> prepared = new ArrayList<>();
        for (Object item : (List<?>) desired.getOrDefault("profiles", List.of())) {
            prepared.add(prepared(entry(item), prepared.size()));
        }
        return prepared;
    }

    static Prepared prepared(Map<String, Object> entry, int index) {
        only(
                entry,
                "id",
                "user",
                "scope",
                "ensure",
                "content",
                "payloads",
                "keys",
                "uuid",
                "signed",
                "stamp",
                "channel",
                "replaces",
                "legacy",
                "resign",
                "allow-cut",
                "broken",
                "size",
                "forms",
                "signer");
        Ensure ensure = Ensure.valueOf(constant(text(entry, "ensure", "present")));
        boolean broken = (boolean) entry.getOrDefault("broken", false);
        if (ensure == Ensure.ABSENT || broken) {
            Content content = broken ? new Content.Broken(new IllegalStateException("broken")) : new Content.None();
            return new Prepared(declared(entry, ensure, content, index), Optional.empty(), List.of());
        }
        boolean signed = (boolean) entry.getOrDefault("signed", false);
        Profile profile = profile(entry);
        Fingerprint fingerprint = Fingerprint.of(profile);
        boolean given = signed || !(boolean) entry.getOrDefault("stamp", true);
        Content content = new Content.Understood(new ReadProfile(profile, BYTES, signed));
        return new Prepared(
                declared(entry, ensure, content, index),
                Optional.of(fingerprint),
                forms(entry, given, profile.uuid(), fingerprint));
    }

    /** Those that are named, each with its size; as declared first where it is sent so. */
    private static List<Form> forms(Map<String, Object> entry, boolean given, String own, Fingerprint fingerprint) {
        long size = ((Number) entry.getOrDefault("size", 1000)).longValue();
        String signer = text(entry, "signer", Form.NOBODY);
        List<Form> forms = new ArrayList<>();
        if (given) {
            forms.add(new Form(Form.Kind.GIVEN, new Form.Ready(BYTES, size, signer), own));
        }
        Map<String, Object> sizes = map(entry.getOrDefault("forms", given ? Map.of() : Map.of("canonical", size)));
        only(sizes, "signed", "canonical", "compact", "binary", "object");
        for (Form.Kind kind : Form.Kind.values()) {
            Object counted = sizes.get(kind.name().toLowerCase(Locale.ROOT));
            if (counted instanceof Number number) {
                String who = kind == Form.Kind.SIGNED ? signer : Form.NOBODY;
                Form.Body body = new Form.Ready(BYTES, number.longValue(), who);
                forms.add(new Form(kind, body, fingerprint.derivedUuid()));
            }
        }
        return forms;
    }

    private static DesiredProfile declared(Map<String, Object> entry, Ensure ensure, Content content, int index) {
        DesiredProfile.Options options = new DesiredProfile.Options(
                Channel.valueOf(constant(text(entry, "channel", "auto"))),
                (boolean) entry.getOrDefault("stamp", true),
                Optional.empty(),
                false,
                (boolean) entry.getOrDefault("resign", false),
                (boolean) entry.getOrDefault("allow-cut", false),
                strings(entry.getOrDefault("replaces", List.of())).stream()
                        .map(ProfileIdentifier::new)
                        .toList(),
                strings(entry.getOrDefault("legacy", List.of())));
        Optional<ProfileKey> named = entry.get("id").equals("") ? Optional.empty() : Optional.of(key(entry));
        return new DesiredProfile("entry " + index, named, ensure, content, options);
    }

    private static Profile profile(Map<String, Object> entry) {
        Map<String, PlistValue> content = new LinkedHashMap<>();
        content.put("PayloadIdentifier", new PlistValue.Text(text(entry, "id", "")));
        content.put("PayloadScope", new PlistValue.Text(text(entry, "scope", "System")));
        if (entry.containsKey("uuid")) {
            content.put("PayloadUUID", new PlistValue.Text(text(entry, "uuid", "")));
        }
        List<PlistValue> payloads = new ArrayList<>();
        for (String type : strings(entry.getOrDefault("payloads", List.of("com.apple.dock")))) {
            payloads.add(payload(type, payloadName(entry.get("id"), payloads.size()), entry));
        }
        content.put("PayloadContent", new PlistValue.Array(payloads));
        return Profile.fromContent(new PlistValue.Dict(content));
    }

    /** The PayloadIdentifier of the n-th payload of a profile, declared and installed alike. */
    static String payloadName(Object profile, int index) {
        return profile + "." + index;
    }

    private static PlistValue payload(String type, String name, Map<String, Object> entry) {
        Map<String, PlistValue> payload = new LinkedHashMap<>();
        payload.put("PayloadType", new PlistValue.Text(type));
        payload.put("PayloadIdentifier", new PlistValue.Text(name));
        payload.put("setting", new PlistValue.Text(text(entry, "content", "A")));
        strings(entry.getOrDefault("keys", List.of())).forEach(key -> payload.put(key, new PlistValue.Text("value")));
        return new PlistValue.Dict(payload);
    }

    /** The fingerprint of a content under an identifier, as it is without any further word. */
    /** The content of a letter, or {@code probe} for that of cmdm's own probe. */
    static Fingerprint fingerprint(ProfileIdentifier identifier, String content) {
        if (content.equals("probe")) {
            return Fingerprint.of(
                    ProbeProfile.declared().findProfile().orElseThrow().profile());
        }
        return Fingerprint.of(profile(Map.of("id", identifier.value(), "content", content)));
    }
}
