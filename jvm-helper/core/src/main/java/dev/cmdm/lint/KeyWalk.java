// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Catalogue;
import dev.cmdm.catalog.Kind;
import dev.cmdm.catalog.Lifetime;
import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.catalog.PayloadType;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.util.List;
import java.util.Set;

/** Walks through a dictionary and Apple's description of it side by side. */
final class KeyWalk {
    private static final List<KeyRule> RULES =
            List.of(new KindRule(), new LimitsRule(), new KeyLifetimeRule(), new TraitsRule());

    /** Keys that were looked at when the profile was read: every profile and payload needs them. */
    private static final Set<String> READ = Set.of("PayloadType", "PayloadIdentifier", "PayloadUUID", "PayloadScope");

    /** Keys that macOS knows and Apple's schema lacks: exports of Workgroup Manager have them. */
    private static final Set<String> UNWRITTEN = Set.of("PayloadEnabled");

    private final Subject subject;
    private final Notes notes;

    KeyWalk(Subject subject, Notes notes) {
        this.subject = subject;
        this.notes = notes;
    }

    /** The keys at the top of a profile, the payloads left out. */
    void top(PayloadType type, PlistValue.Dict top) {
        PlistValue.Dict own = top.without("PayloadContent");
        own.entries().forEach((name, value) -> {
            KeyPath path = KeyPath.TOP.key(name);
            type.findKey(name)
                    .ifPresentOrElse(
                            key -> shared(key, value, path, type.lifetime()),
                            () -> MemberNames.unknown(name, path, type.keys(), type.file(), notes));
        });
    }

    /** The keys of a payload that every payload may have. */
    void shared(TypedPayload payload) {
        PayloadType common = Catalogue.apple().common();
        common.keys()
                .forEach(key -> payload.content()
                        .find(key.name())
                        .ifPresent(value -> shared(key, value, payload.path().key(key.name()), common.lifetime())));
    }

    /** The keys of a payload that only its type has. */
    void payload(PayloadType type, TypedPayload payload) {
        PayloadType common = Catalogue.apple().common();
        payload.content().entries().forEach((name, value) -> {
            KeyPath path = payload.path().key(name);
            if (common.findKey(name).isEmpty() && !UNWRITTEN.contains(name)) {
                type.findKey(name)
                        .ifPresentOrElse(
                                key -> value(key, value, path, type.lifetime(), false),
                                () -> MemberNames.unknown(name, path, type.keys(), type.file(), notes));
            }
        });
        MemberNames.missing(payload.content(), payload.path(), type.keys(), subject, notes);
    }

    /** The keys of a managed preference domain, in which others may stand as well and none has to. */
    void preferences(PayloadType type, PlistValue.Dict settings, KeyPath path) {
        settings.entries()
                .forEach((name, value) -> type.findKey(name)
                        .ifPresentOrElse(
                                key -> value(key, value, path.key(name), type.lifetime(), true),
                                () -> MemberNames.miscased(name, path.key(name), type.keys(), type.file(), notes)));
    }

    private void shared(PayloadKey key, PlistValue value, KeyPath path, Lifetime around) {
        // PayloadVersion of another kind was called missing when the profile was read
        boolean said = key.name().equals("PayloadVersion") && !(value instanceof PlistValue.Int);
        if (!READ.contains(key.name()) && !said) {
            value(key, value, path, around, false);
        }
    }

    private void value(PayloadKey key, PlistValue value, KeyPath path, Lifetime around, boolean preference) {
        Spot spot = new Spot(subject, path, key, value, around, preference);
        RULES.forEach(rule -> rule.check(spot, notes));
        if (value instanceof PlistValue.Array array) {
            key.findItem().ifPresent(item -> items(item, array, path, key.lifetime(), preference));
        } else if (value instanceof PlistValue.Dict dict && key.kind() == Kind.DICTIONARY) {
            members(key, dict, path, preference);
        }
    }

    private void items(PayloadKey item, PlistValue.Array array, KeyPath path, Lifetime around, boolean preference) {
        for (int index = 0; index < array.items().size(); index++) {
            value(item, array.items().get(index), path.item(index), around, preference);
        }
    }

    private void members(PayloadKey key, PlistValue.Dict dict, KeyPath path, boolean preference) {
        if (key.members().isEmpty()) {
            return;
        }
        dict.entries()
                .forEach((name, value) -> key.findMember(name)
                        .ifPresentOrElse(
                                member -> value(member, value, path.key(name), key.lifetime(), preference),
                                () -> MemberNames.unknown(name, path.key(name), key.members(), key.file(), notes)));
        if (!preference) {
            MemberNames.missing(dict, path, key.members(), subject, notes);
        }
    }
}
