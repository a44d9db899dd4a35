// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.catalog.Catalogue;
import dev.cmdm.catalog.Delivery;
import dev.cmdm.catalog.Limits;
import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.catalog.PayloadType;
import dev.cmdm.catalog.Tables;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.plist.PlistValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Profiles made from Apple's tables: what Apple writes down may give no finding about itself. */
class TablesLintTest {
    private static final String MACOS = "26.1";
    private static final Set<String> ABOUT_VALUES = Set.of(
            "wrong-kind",
            "preference-kind",
            "value-not-allowed",
            "out-of-range",
            "bad-format",
            "unknown-key",
            "miscased-key",
            "unknown-type",
            "miscased-type",
            "type-not-for-macos",
            "type-too-new",
            "key-too-new");
    private static final Set<String> OLD = Set.of("type-deprecated", "type-removed", "key-deprecated", "key-removed");
    private static final Set<String> MDM_ONLY = Set.of("mdm-only-type", "mdm-only-key");

    @Test
    void everyDefaultAndEveryListedValueGivesNoFindingButAgeAndMdmOnly() {
        int keys = 0;
        int values = 0;
        int old = 0;
        int mdmOnly = 0;
        for (Map<String, String> row : Tables.keys()) {
            List<PlistValue> samples = samples(row);
            if (samples.isEmpty()) {
                continue;
            }
            keys++;
            values += samples.size();
            boolean isOld = isOld(row);
            boolean isMdmOnly = isMdmOnly(row);
            old += isOld ? 1 : 0;
            mdmOnly += isMdmOnly ? 1 : 0;
            for (PlistValue sample : samples) {
                List<Finding> findings = Linted.findings(profile(row, sample), MACOS);
                String what = row.get("payload_type") + " " + row.get("key_path");
                assertThat(findings).as(what).noneMatch(finding -> ABOUT_VALUES.contains(finding.code()));
                assertThat(findings.stream().anyMatch(finding -> own(finding, row) && OLD.contains(finding.code())))
                        .as(what + " is old")
                        .isEqualTo(isOld);
                assertThat(findings.stream()
                                .anyMatch(finding -> own(finding, row) && MDM_ONLY.contains(finding.code())))
                        .as(what + " is for an MDM only")
                        .isEqualTo(isMdmOnly);
            }
        }
        assertThat(keys).isEqualTo(701);
        assertThat(values).isEqualTo(1346);
        assertThat(old).isEqualTo(67);
        assertThat(mdmOnly).isEqualTo(140);
    }

    @Test
    void aRandomProfileOfTheRightKindsGivesNoFindingAboutKindsOrValues() {
        Random random = new Random(20261127);
        int profiles = 0;
        for (int round = 0; round < 10; round++) {
            for (String name : Catalogue.apple().types()) {
                PayloadType type = Catalogue.apple().find(name).orElseThrow();
                if (type.delivery() == Delivery.NOT_MACOS) {
                    continue;
                }
                PlistValue.Dict payload =
                        dictionary(type.keys(), random).with("PayloadType", new PlistValue.Text(name));
                assertThat(Linted.findings(profile(payload), MACOS))
                        .as(name)
                        .noneMatch(finding -> ABOUT_VALUES.contains(finding.code()));
                profiles++;
            }
        }
        assertThat(profiles).isEqualTo(1030);
    }

    @Test
    void everyKeyWithAValueOfAnotherKindGivesThatFinding() {
        for (Map<String, String> row : Tables.keys()) {
            String type = row.get("payload_type");
            boolean container = type.equals("TopLevel") || type.equals("CommonPayloadKeys");
            if (container || row.get("type").equals("any") || belowOther(row)) {
                continue;
            }
            PlistValue wrong = row.get("type").equals("boolean") ? PlistValue.Int.of(1) : new PlistValue.Bool(true);
            assertThat(Linted.findings(profile(row, wrong), ""))
                    .as(type + " " + row.get("key_path"))
                    .anyMatch(finding -> finding.code().equals("wrong-kind") && own(finding, row));
        }
    }

    /** Whether Apple describes the key below one that is not for macOS, which lint does not look into. */
    private static boolean belowOther(Map<String, String> row) {
        List<PayloadKey> members =
                Catalogue.apple().find(row.get("payload_type")).orElseThrow().keys();
        for (String step : row.get("key_path").split("/")) {
            Optional<PayloadKey> key = members.stream()
                    .filter(member -> member.name().equals(step))
                    .findFirst();
            if (key.orElseThrow().has(PayloadKey.Trait.NOT_MACOS)) {
                return true;
            }
            members = key.orElseThrow().members();
        }
        return false;
    }

    private static List<PlistValue> samples(Map<String, String> row) {
        Set<String> texts = new TreeSet<>();
        if (!row.get("default").isEmpty()) {
            texts.add(row.get("default"));
        }
        if (!row.get("rangelist").isEmpty()) {
            texts.addAll(List.of(row.get("rangelist").split("\\|")));
        }
        return texts.stream().map(text -> value(row.get("type"), text)).toList();
    }

    private static PlistValue value(String type, String text) {
        return switch (type) {
            case "string" -> new PlistValue.Text(text);
            case "integer" -> new PlistValue.Int(new BigInteger(text));
            case "real" -> new PlistValue.Real(Double.parseDouble(text));
            case "boolean" -> new PlistValue.Bool(Boolean.parseBoolean(text));
            default -> throw new IllegalStateException(type);
        };
    }

    private static boolean isOld(Map<String, String> row) {
        return ended(row) || ended(file(row));
    }

    private static boolean ended(Map<String, String> row) {
        return !row.get("deprecated").isEmpty() || !row.get("removed").isEmpty();
    }

    private static boolean isMdmOnly(Map<String, String> row) {
        return row.get("allow_manual_install").equals("false")
                || file(row).get("delivery").startsWith("mdm-only");
    }

    private static Map<String, String> file(Map<String, String> row) {
        return Tables.payloads().stream()
                .filter(payload -> payload.get("file").equals(row.get("file")))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a finding is about the key of a row itself or about its type, not about a key on the way to it. */
    private static boolean own(Finding finding, Map<String, String> row) {
        String path = row.get("key_path");
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean aboutType = finding.keyPath().endsWith("].PayloadType");
        boolean item = !path.contains("/") || !isItem(row);
        return aboutType
                || (item
                        ? finding.keyPath().endsWith(name) || finding.keyPath().endsWith("\"" + name + "\"")
                        : finding.keyPath().endsWith("[0]"));
    }

    private static boolean isItem(Map<String, String> row) {
        String path = row.get("key_path");
        String parent = path.substring(0, path.lastIndexOf('/'));
        return Tables.keys().stream()
                .anyMatch(other -> other.get("file").equals(row.get("file"))
                        && other.get("key_path").equals(parent)
                        && other.get("type").equals("array"));
    }

    /** A profile in which the key of a row holds a value, wherever it belongs. */
    private static PlistValue.Dict profile(Map<String, String> row, PlistValue value) {
        String type = row.get("payload_type");
        if (type.equals("TopLevel")) {
            return profile(new PlistValue.Dict(Map.of("PayloadType", new PlistValue.Text("com.acme.app"))))
                    .with(row.get("key_path"), value);
        }
        String name = type.equals("CommonPayloadKeys") ? "com.acme.app" : type;
        PlistValue nested = nest(row, List.of(row.get("key_path").split("/")), "", value);
        return profile(((PlistValue.Dict) nested).with("PayloadType", new PlistValue.Text(name)));
    }

    private static PlistValue nest(Map<String, String> row, List<String> steps, String above, PlistValue value) {
        if (steps.isEmpty()) {
            return value;
        }
        String path = above.isEmpty() ? steps.get(0) : above + "/" + steps.get(0);
        PlistValue inner = nest(row, steps.subList(1, steps.size()), path, value);
        boolean item = Tables.keys().stream()
                .anyMatch(other -> other.get("file").equals(row.get("file"))
                        && other.get("key_path").equals(above)
                        && other.get("type").equals("array"));
        return item ? new PlistValue.Array(List.of(inner)) : new PlistValue.Dict(Map.of(steps.get(0), inner));
    }

    private static PlistValue.Dict profile(PlistValue.Dict payload) {
        Map<String, PlistValue> top = new LinkedHashMap<>();
        top.put("PayloadIdentifier", new PlistValue.Text("com.acme.test"));
        top.put("PayloadContent", new PlistValue.Array(List.of(payload)));
        return new PlistValue.Dict(top);
    }

    private static PlistValue.Dict dictionary(List<PayloadKey> keys, Random random) {
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        for (PayloadKey key : keys) {
            boolean current = !key.lifetime().tooNewFor(new MacOsVersion(26, 1, 0));
            if (current && random.nextInt(3) > 0 && !key.has(PayloadKey.Trait.NOT_MACOS)) {
                entries.put(key.name(), random(key, random));
            }
        }
        return new PlistValue.Dict(entries);
    }

    private static PlistValue random(PayloadKey key, Random random) {
        Limits limits = key.limits();
        if (!limits.allowed().isEmpty()) {
            String text = limits.allowed().get(random.nextInt(limits.allowed().size()));
            return value(key.kind().word(), text);
        }
        return switch (key.kind()) {
            case STRING -> new PlistValue.Text(text(limits, random));
            case INTEGER -> new PlistValue.Int(number(limits, random).toBigInteger());
            case REAL -> new PlistValue.Real(number(limits, random).doubleValue());
            case BOOLEAN -> new PlistValue.Bool(random.nextBoolean());
            case DATE -> new PlistValue.Date(Instant.ofEpochSecond(random.nextInt()));
            case DATA -> PlistValue.Data.of(new byte[random.nextInt(4)]);
            case ARRAY -> array(key, random);
            case DICTIONARY, ANY -> dictionary(key.members(), random);
        };
    }

    private static PlistValue array(PayloadKey key, Random random) {
        List<PlistValue> items = new ArrayList<>();
        for (int left = random.nextInt(3); left > 0; left--) {
            key.findItem().ifPresent(item -> items.add(random(item, random)));
        }
        return new PlistValue.Array(items);
    }

    private static BigDecimal number(Limits limits, Random random) {
        BigDecimal least =
                limits.least().orElse(limits.most().orElse(BigDecimal.ZERO).min(BigDecimal.ZERO));
        BigDecimal most = limits.most().orElse(least.add(BigDecimal.TEN));
        return random.nextBoolean() ? least : most;
    }

    private static String text(Limits limits, Random random) {
        if (limits.format().isEmpty()) {
            return "text" + random.nextInt(100);
        }
        List<String> samples = List.of(
                "01234567-89ab-cdef-0123-456789abcdef",
                "https://example.com/" + random.nextInt(100),
                "01:23:45:67:89:ab",
                "123456");
        return samples.stream()
                .filter(sample -> limits.hasFormat(new PlistValue.Text(sample)))
                .findFirst()
                .orElseThrow();
    }
}
