// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistWarning;
import dev.cmdm.profile.Scope;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was read as the plain tree that JSON would give. */
final class ContractTree {
    private ContractTree() {}

    static Map<String, Object> of(Installed installed) {
        return Map.of(
                "profiles",
                installed.profiles().stream().map(ContractTree::profile).toList(),
                "warnings",
                installed.warnings().stream()
                        .map(PlistWarning::code)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Map<String, Object> profile(InstalledProfile profile) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("identifier", profile.key().identifier().value());
        tree.put("scope", profile.key().scope().word().toLowerCase(Locale.ROOT));
        if (profile.key().scope() == Scope.USER) {
            tree.put("user", profile.key().user());
        }
        tree.put("uuid", profile.uuid());
        tree.put("installDate", profile.installDate());
        tree.put("displayName", profile.displayName());
        tree.put("enrollment", profile.isEnrollment());
        tree.put(
                "payloads",
                profile.payloads().stream().map(ContractTree::payload).toList());
        return tree;
    }

    private static Map<String, Object> payload(InstalledPayload payload) {
        return Map.of(
                "type", payload.type(),
                "identifier", payload.identifier(),
                "uuid", payload.uuid(),
                "settings", value(payload.settings()));
    }

    private static Object value(PlistValue value) {
        return value.match(new PlistValue.Cases<Object>() {
            @Override
            public Object dict(PlistValue.Dict dict) {
                Map<String, Object> tree = new LinkedHashMap<>();
                dict.entries().forEach((key, member) -> tree.put(key, value(member)));
                boolean reserved =
                        tree.size() == 1 && tree.keySet().iterator().next().startsWith("$");
                return reserved ? Map.of("$dict", tree) : tree;
            }

            @Override
            public Object array(PlistValue.Array array) {
                List<Object> items =
                        array.items().stream().map(ContractTree::value).toList();
                return items;
            }

            @Override
            public Object text(PlistValue.Text text) {
                return text.value();
            }

            @Override
            public Object data(PlistValue.Data data) {
                return Map.of(
                        "$data", Base64.getEncoder().encodeToString(data.bytes().toArray()));
            }

            @Override
            public Object date(PlistValue.Date date) {
                return Map.of("$date", date.instant().toString());
            }

            @Override
            public Object integer(PlistValue.Int integer) {
                return integer.value();
            }

            @Override
            public Object real(PlistValue.Real real) {
                return real.value();
            }

            @Override
            public Object bool(PlistValue.Bool bool) {
                return bool.value();
            }
        });
    }
}
