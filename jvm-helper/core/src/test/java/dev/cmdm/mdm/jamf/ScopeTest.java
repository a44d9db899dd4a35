// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    private static final String GROUP =
            "<computer_groups><computer_group><id>4</id><name>own</name></computer_group></computer_groups>";

    @Test
    void isForTheMembersOfOneGroup() {
        assertThat(new String(XmlDocument.write(Scope.of("4", "own").xml()), StandardCharsets.UTF_8))
                .endsWith(
                        "<scope><all_computers>false</all_computers>"
                                + "<computer_groups><computer_group><id>4</id><name>own</name></computer_group></computer_groups></scope>");
    }

    @Test
    void tellsTheNumberOfTheGroupThatItIsFor() {
        assertThat(scope(GROUP).findGroup("own")).contains("4");
        assertThat(scope(GROUP).findGroup("other")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<all_computers>true</all_computers>" + GROUP,
                GROUP + "<departments><department><id>2</id></department></departments>",
                "<computers><computer><id>12</id></computer></computers>" + GROUP,
                "<computer_groups><computer_group><id>5</id><name>other</name></computer_group></computer_groups>"
            })
    void mayReachAMacOtherwiseThanByItsGroup(String wide) {
        assertThat(scope(wide).reaches("12", "own")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GROUP,
                "<computers><computer><id>7</id></computer></computers>" + GROUP,
                "<all_computers>false</all_computers><all_jss_users>false</all_jss_users><buildings/>" + GROUP,
                GROUP + "<limitations><users><user><name>u</name></user></users></limitations>"
            })
    void reachesAMacByItsGroupOnly(String narrow) {
        assertThat(scope(narrow).reaches("12", "own")).isFalse();
    }

    @Test
    void tellsWhoIsExcluded() {
        Scope scope = scope("<exclusions><computers><computer><id>12</id></computer></computers></exclusions>");
        assertThat(scope.excludes("12")).isTrue();
        assertThat(scope.excludes("7")).isFalse();
        assertThat(scope(GROUP).excludes("12")).isFalse();
    }

    private static Scope scope(String inside) {
        return new Scope(XmlDocument.find(new Bytes(("<scope>" + inside + "</scope>").getBytes(StandardCharsets.UTF_8)))
                .orElseThrow());
    }
}
