// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Needs;
import dev.cmdm.catalog.Catalogue;
import dev.cmdm.catalog.Delivery;
import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.catalog.PayloadKey.Trait;
import dev.cmdm.catalog.PayloadType;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what a profile needs before a Mac takes it, by Apple's schema. */
final class DeliveryNeeds {
    private final List<String> mdmOnlyKeys = new ArrayList<>();
    private boolean mdm;
    private boolean userApproval;

    private DeliveryNeeds() {}

    static Needs of(Profile profile) {
        DeliveryNeeds needs = new DeliveryNeeds();
        for (int index = 0; index < profile.payloads().size(); index++) {
            PlistValue.Dict content = profile.payloads().get(index).content();
            KeyPath path = KeyPath.TOP.key("PayloadContent").item(index);
            content.findText("PayloadType")
                    .flatMap(Catalogue.apple()::find)
                    .ifPresent(type -> needs.payload(path, content, type));
        }
        return new Needs(needs.mdm || !needs.mdmOnlyKeys.isEmpty(), needs.userApproval, needs.mdmOnlyKeys);
    }

    private void payload(KeyPath path, PlistValue.Dict content, PayloadType type) {
        mdm |= type.delivery() == Delivery.MDM_ONLY;
        userApproval |= type.delivery() == Delivery.MDM_ONLY || type.delivery() == Delivery.APPROVED_MDM;
        for (Map.Entry<String, PlistValue> entry : content.entries().entrySet()) {
            walk(path.key(entry.getKey()), entry.getValue(), type.findKey(entry.getKey()));
        }
    }

    private void walk(KeyPath path, PlistValue value, Optional<PayloadKey> schema) {
        if (schema.isEmpty()) {
            return;
        }
        PayloadKey key = schema.orElseThrow();
        if (key.has(Trait.MDM_ONLY)) {
            mdmOnlyKeys.add(path.toString());
        } else if (value instanceof PlistValue.Dict dict) {
            dict.entries().forEach((name, member) -> walk(path.key(name), member, key.findMember(name)));
        } else if (value instanceof PlistValue.Array array) {
            for (int index = 0; index < array.items().size(); index++) {
                walk(path.item(index), array.items().get(index), key.findItem());
            }
        }
    }
}
