// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds profiles for tests. */
public final class TestProfiles {
    private final NSDictionary root = new NSDictionary();
    private final List<NSObject> payloads = new ArrayList<>();

    private TestProfiles(String identifier) {
        root.put("PayloadIdentifier", identifier);
        root.put("PayloadUUID", "11111111-2222-3333-4444-555555555555");
        root.put("PayloadType", "Configuration");
        root.put("PayloadVersion", 1);
    }

    /** A profile without payloads. */
    public static TestProfiles profile(String identifier) {
        return new TestProfiles(identifier);
    }

    /** A complete profile with one payload of an app's own preferences. */
    public static byte[] bytes(String identifier) {
        return profile(identifier)
                .payload("com.example.app", identifier + ".a", Map.of("k", "v"))
                .xml();
    }

    public TestProfiles with(String key, Object value) {
        root.put(key, value);
        return this;
    }

    public TestProfiles without(String key) {
        root.remove(key);
        return this;
    }

    public TestProfiles payload(String type, String identifier, Map<String, Object> settings) {
        NSDictionary payload = new NSDictionary();
        payload.put("PayloadType", type);
        payload.put("PayloadIdentifier", identifier);
        payload.put("PayloadUUID", "AAAAAAAA-2222-3333-4444-" + String.format("%012d", payloads.size()));
        payload.put("PayloadVersion", 1);
        settings.forEach(payload::put);
        payloads.add(payload);
        return this;
    }

    public byte[] xml() {
        return whole().toXMLPropertyList().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] binary() throws IOException {
        return BinaryPropertyListWriter.writeToArray(whole());
    }

    private NSDictionary whole() {
        if (!payloads.isEmpty()) {
            root.put("PayloadContent", new NSArray(payloads.toArray(NSObject[]::new)));
        }
        return root;
    }
}
