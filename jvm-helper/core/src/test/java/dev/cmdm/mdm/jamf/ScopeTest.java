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
    private static final String OTHERS =
            "<all_computers>false</all_computers><buildings><building><id>3</id></building></buildings>"
                    + "<limitations><users><user><name>u</name></user></users></limitations>";

    @Test
    void namesAMacBesideEverybodyWhoWasThere() {
        Scope scope = scope(OTHERS + computers(7, 9)).naming("12");
        assertThat(scope.names("12")).isTrue();
        assertThat(text(scope)).contains(OTHERS).contains("<id>7</id>", "<id>9</id>", "<id>12</id>");
    }

    @Test
    void namesAMacOnceOnly() {
        assertThat(text(scope(computers(7, 12)).naming("12"))).containsOnlyOnce("<id>12</id>");
    }

    @Test
    void namesAMacThatWasExcluded() {
        Scope scope =
                scope("<exclusions>" + computers(12, 13) + "</exclusions>").naming("12");
        assertThat(scope.names("12")).isTrue();
        assertThat(scope.excludes("13")).isTrue();
    }

    @Test
    void leavesAMacOutAndNobodyElse() {
        Scope scope =
                scope(computers(7, 12) + "<computer_groups></computer_groups>").leavingOut("12");
        assertThat(scope.leavesOut("12")).isTrue();
        assertThat(scope.names("7")).isTrue();
        assertThat(text(scope)).doesNotContain("exclusions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<all_computers>true</all_computers>",
                "<computer_groups><computer_group><id>1</id><name>cmdm</name></computer_group></computer_groups>",
                "<departments><department><id>2</id></department></departments>"
            })
    void excludesAMacThatWouldGetItWithoutItsName(String wide) {
        Scope scope = scope(wide + computers(12)).leavingOut("12");
        assertThat(scope.leavesOut("12")).isTrue();
        assertThat(scope.excludes("12")).isTrue();
        assertThat(text(scope)).contains(wide);
        assertThat(scope.admitting("12").leavesOut("12")).isFalse();
    }

    @Test
    void tellsTheNumberOfTheGroupThatItIsFor() {
        Scope scope = scope(
                "<computer_groups><computer_group><id>4</id><name>cmdm</name></computer_group></computer_groups>");
        assertThat(scope.findGroup("cmdm")).contains("4");
        assertThat(scope.findGroup("other")).isEmpty();
    }

    private static Scope scope(String inside) {
        return new Scope(XmlDocument.find(new Bytes(("<scope>" + inside + "</scope>").getBytes(StandardCharsets.UTF_8)))
                .orElseThrow());
    }

    private static String computers(int... ids) {
        StringBuilder list = new StringBuilder("<computers>");
        for (int id : ids) {
            list.append("<computer><id>").append(id).append("</id><name>Mac</name></computer>");
        }
        return list.append("</computers>").toString();
    }

    private static String text(Scope scope) {
        return new String(XmlDocument.write(scope.xml()), StandardCharsets.UTF_8);
    }
}
