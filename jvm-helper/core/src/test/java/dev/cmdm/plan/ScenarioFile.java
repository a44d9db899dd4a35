// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Channel;
import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.desired.Prefix;
import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledPayload;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.profile.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a file of golden cases; its format is described in {@code spec/scenarios/README.md}. */
final class ScenarioFile {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<String, Object> scenario;

    private ScenarioFile(Map<String, Object> scenario) {
        this.scenario = scenario;
    }

    static List<Scenario> read(Path file) throws IOException {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        List<Scenario> scenarios = new ArrayList<>();
        for (Object item : (List<?>) document) {
            Map<String, Object> fields = map(item);
            try {
                scenarios.add(new ScenarioFile(fields).scenario());
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(file + ": " + fields.get("name") + ": " + e.getMessage(), e);
            }
        }
        return scenarios;
    }

    private Scenario scenario() {
        only(
                scenario,
                "name",
                "rule",
                "mac",
                "server",
                "installed",
                "desired",
                "pending",
                "records",
                "policy",
                "expect");
        List<Prepared> prepared = prepared();
        PlanInput input = new PlanInput(
                new Desired(
                        new Owner(text(desired(), "owner", "cli")),
                        Optional.ofNullable(desired().get("complete")).map(prefix -> new Prefix((String) prefix)),
                        prepared.stream().map(Prepared::desired).toList()),
                prepared,
                installed(prepared),
                device(),
                server(),
                entries("pending").stream().map(this::pending).toList(),
                entries("records").stream()
                        .map(entry -> record(entry, prepared))
                        .toList(),
                policy(),
                contact(),
                NOW);
        return new Scenario(
                (String) scenario.get("name"),
                String.valueOf(scenario.get("rule")),
                input,
                strings(scenario.get("expect")));
    }

    // ---- the Mac and its server

    private Device device() {
        Map<String, Object> mac = map(scenario.getOrDefault("mac", Map.of()));
        only(mac, "macos", "enrollment", "root", "origins", "enrolled-at");
        return new Device(
                "C02XK1ABCDEF",
                "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8",
                MacOsVersion.find(text(mac, "macos", "15.1")).orElseThrow(),
                Enrollment.valueOf(constant(text(mac, "enrollment", "user-approved"))));
    }

    private Contact contact() {
        Map<String, Object> mac = map(scenario.getOrDefault("mac", Map.of()));
        return new Contact(Optional.ofNullable(mac.get("enrolled-at")).map(ago -> before((String) ago)));
    }

    private Optional<ServerLimits> server() {
        Object server = scenario.getOrDefault("server", "micromdm");
        if (server instanceof String word) {
            return switch (word) {
                case "none" -> Optional.empty();
                case "micromdm" -> Optional.of(new ServerLimits("MicroMDM", Long.MAX_VALUE, "bytes", true, false));
                case "nanomdm" -> Optional.of(new ServerLimits("NanoMDM", 16 << 20, "bytes", true, true));
                default -> throw new IllegalArgumentException("no such server: " + word);
            };
        }
        Map<String, Object> limits = map(server);
        only(limits, "limit", "signed");
        return Optional.of(new ServerLimits(
                "a small MDM",
                ((Number) limits.getOrDefault("limit", Integer.MAX_VALUE)).longValue(),
                "characters",
                (boolean) limits.getOrDefault("signed", true),
                false));
    }

    private Installed installed(List<Prepared> prepared) {
        Map<String, Object> mac = map(scenario.getOrDefault("mac", Map.of()));
        return new Installed(
                entries("installed").stream()
                        .map(entry -> there(entry, prepared))
                        .toList(),
                (boolean) mac.getOrDefault("root", true),
                (boolean) mac.getOrDefault("origins", true));
    }

    private InstalledProfile there(Map<String, Object> entry, List<Prepared> prepared) {
        only(entry, "id", "user", "uuid", "origin", "payloads", "date");
        ProfileKey key = key(entry);
        List<InstalledPayload> payloads = strings(entry.getOrDefault("payloads", List.of("com.apple.dock"))).stream()
                .map(type -> new InstalledPayload(type, key.identifier() + ".a", "", PlistValue.Dict.empty()))
                .toList();
        return new InstalledProfile(
                key,
                uuid(text(entry, "uuid", "11111111-1111-1111-1111-111111111111"), key, prepared),
                Origin.valueOf(constant(text(entry, "origin", "mdm"))),
                text(entry, "date", "2026-02-28 09:00:00 +0000"),
                "",
                payloads);
    }

    /** {@code derived} is the UUID made from what is declared, {@code derived B} that of content B. */
    private static String uuid(String word, ProfileKey key, List<Prepared> prepared) {
        if (word.equals("derived")) {
            return prepared.stream()
                    .filter(candidate ->
                            candidate.desired().key().filter(key::equals).isPresent())
                    .flatMap(candidate -> candidate.fingerprint().stream())
                    .findFirst()
                    .orElseThrow()
                    .derivedUuid();
        }
        return word.startsWith("derived ")
                ? fingerprint(key.identifier(), word.substring("derived ".length()))
                        .derivedUuid()
                : word;
    }

    // ---- what is declared

    private Map<String, Object> desired() {
        Map<String, Object> desired = map(scenario.get("desired"));
        only(desired, "owner", "complete", "profiles");
        return desired;
    }

    private List<Prepared> prepared() {
        List<Prepared> prepared = new ArrayList<>();
        for (Object item : (List<?>) desired().getOrDefault("profiles", List.of())) {
            prepared.add(prepared(entry(item), prepared.size()));
        }
        return prepared;
    }

    private Prepared prepared(Map<String, Object> entry, int index) {
        only(
                entry,
                "id",
                "user",
                "ensure",
                "content",
                "payloads",
                "uuid",
                "signed",
                "stamp",
                "channel",
                "replaces",
                "legacy",
                "broken",
                "size");
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
        Bytes bytes = new Bytes(new byte[] {1});
        Form form = new Form(
                given ? Form.Kind.GIVEN : Form.Kind.CANONICAL,
                bytes,
                ((Number) entry.getOrDefault("size", 1000)).longValue(),
                given ? profile.uuid() : fingerprint.derivedUuid());
        Content content = new Content.Understood(new ReadProfile(profile, bytes, signed));
        return new Prepared(declared(entry, ensure, content, index), Optional.of(fingerprint), List.of(form));
    }

    private static DesiredProfile declared(Map<String, Object> entry, Ensure ensure, Content content, int index) {
        DesiredProfile.Options options = new DesiredProfile.Options(
                Channel.valueOf(constant(text(entry, "channel", "auto"))),
                (boolean) entry.getOrDefault("stamp", true),
                Optional.empty(),
                strings(entry.getOrDefault("replaces", List.of())).stream()
                        .map(ProfileIdentifier::new)
                        .toList(),
                strings(entry.getOrDefault("legacy", List.of())));
        return new DesiredProfile("entry " + index, Optional.of(key(entry)), ensure, content, options);
    }

    private static Profile profile(Map<String, Object> entry) {
        return profile(
                new ProfileIdentifier((String) entry.get("id")),
                text(entry, "content", "A"),
                strings(entry.getOrDefault("payloads", List.of("com.apple.dock"))),
                Optional.ofNullable((String) entry.get("uuid")));
    }

    private static Profile profile(
            ProfileIdentifier identifier, String setting, List<String> types, Optional<String> uuid) {
        List<PlistValue> payloads = new ArrayList<>();
        for (String type : types) {
            Map<String, PlistValue> payload = new LinkedHashMap<>();
            payload.put("PayloadType", new PlistValue.Text(type));
            payload.put("setting", new PlistValue.Text(setting));
            payloads.add(new PlistValue.Dict(payload));
        }
        Map<String, PlistValue> content = new LinkedHashMap<>();
        content.put("PayloadIdentifier", new PlistValue.Text(identifier.value()));
        uuid.ifPresent(own -> content.put("PayloadUUID", new PlistValue.Text(own)));
        content.put("PayloadContent", new PlistValue.Array(payloads));
        return Profile.fromContent(new PlistValue.Dict(content));
    }

    private static Fingerprint fingerprint(ProfileIdentifier identifier, String setting) {
        return Fingerprint.of(profile(identifier, setting, List.of("com.apple.dock"), Optional.empty()));
    }

    // ---- what was sent, and what is known

    private Pending pending(Map<String, Object> entry) {
        only(
                entry,
                "id",
                "user",
                "content",
                "removal",
                "sent",
                "answer",
                "repeated",
                "command",
                "queue-seen",
                "queue-absent",
                "queue-absent-again");
        ProfileKey key = key(entry);
        boolean removal = (boolean) entry.getOrDefault("removal", false);
        Optional<Fingerprint> fingerprint =
                removal ? Optional.empty() : Optional.of(fingerprint(key.identifier(), text(entry, "content", "A")));
        return new Pending(
                key,
                fingerprint,
                fingerprint.map(Fingerprint::derivedUuid).orElse(""),
                text(entry, "command", "c-1"),
                new Owner("cli"),
                before(text(entry, "sent", "5 min")),
                1,
                moment(entry, "repeated"),
                Optional.empty(),
                Pending.Answer.valueOf(constant(text(entry, "answer", "queued"))),
                new Pending.Looks(
                        moment(entry, "queue-seen"),
                        moment(entry, "queue-absent"),
                        moment(entry, "queue-absent-again")));
    }

    private Record record(Map<String, Object> entry, List<Prepared> prepared) {
        only(entry, "id", "user", "content", "uuid", "owner");
        ProfileKey key = key(entry);
        return new Record(
                key,
                uuid(text(entry, "uuid", "derived"), key, prepared),
                fingerprint(key.identifier(), text(entry, "content", "A")),
                "2026-02-28 09:00:00 +0000",
                new Owner(text(entry, "owner", "cli")),
                NOW.minus(Duration.ofDays(1)));
    }

    private Policy policy() {
        Map<String, Object> policy = map(scenario.getOrDefault("policy", Map.of()));
        only(policy, "removal-limit", "removals-before", "allow-empty", "keep");
        Set<ProfileIdentifier> keep = strings(policy.getOrDefault("keep", List.of())).stream()
                .map(ProfileIdentifier::new)
                .collect(Collectors.toSet());
        return new Policy(
                Policy.DEFAULTS.coolDown(),
                Policy.DEFAULTS.deadline(),
                (int) policy.getOrDefault("removal-limit", Policy.DEFAULTS.removalLimit()),
                (int) policy.getOrDefault("removals-before", 0),
                (boolean) policy.getOrDefault("allow-empty", false),
                keep);
    }

    // ---- reading YAML

    private List<Map<String, Object>> entries(String name) {
        return ((List<?>) scenario.getOrDefault(name, List.of()))
                .stream().map(ScenarioFile::entry).toList();
    }

    /** {@code com.acme.dock} alone, or {@code com.acme.dock: {…}}. */
    private static Map<String, Object> entry(Object item) {
        if (item instanceof String id) {
            return Map.of("id", id);
        }
        Map.Entry<String, Object> only = map(item).entrySet().iterator().next();
        Map<String, Object> entry = new LinkedHashMap<>(map(only.getValue()));
        entry.put("id", only.getKey());
        return entry;
    }

    private static ProfileKey key(Map<String, Object> entry) {
        ProfileIdentifier identifier = new ProfileIdentifier((String) entry.get("id"));
        String user = text(entry, "user", "");
        return user.isEmpty() ? ProfileKey.system(identifier) : new ProfileKey(identifier, Scope.USER, user);
    }

    private static Optional<Instant> moment(Map<String, Object> entry, String name) {
        return Optional.ofNullable(entry.get(name)).map(ago -> before((String) ago));
    }

    /** {@code 5 min}, {@code 40 s}, {@code 25 h} before the time of the scenario. */
    private static Instant before(String span) {
        String[] parts = span.split(" ", -1);
        long amount = Long.parseLong(parts[0]);
        return NOW.minus(
                switch (parts[1]) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "min" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> throw new IllegalArgumentException("no such unit: " + span);
                });
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String text(Map<String, Object> map, String name, String otherwise) {
        return (String) map.getOrDefault(name, otherwise);
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static void only(Map<String, Object> map, String... names) {
        Set<String> unknown = new java.util.TreeSet<>(map.keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown words " + unknown);
        }
    }
}
