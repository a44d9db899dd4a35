// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSString;
import org.junit.jupiter.api.Test;

class OldStyleTest {
    @Test
    void printsAsFoundationDescribes() {
        NSDictionary inner = new NSDictionary();
        inner.put("a b", new NSString("say \"x\"\n"));
        inner.put("data", new NSData(new byte[] {1, (byte) 0xff}));
        NSDictionary root = new NSDictionary();
        root.put("list", new NSArray(inner, new NSNumber(true), new NSNumber(3)));

        assertThat(OldStyle.print(root)).isEqualTo("""
                        {
                            list =     (
                                {
                                    "a b" = "say \\"x\\"\\n";
                                    data = {length = 2, bytes = 0x01ff};
                                },
                                1,
                                3
                            );
                        }""");
    }
}
