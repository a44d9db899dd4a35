// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectNameTest {
    private static final String UUID = "8D19E05A-C670-5D8E-B696-4167154D41D8";

    @Test
    void isReadFromTheNameThatTheServerWasTold() {
        ObjectName name = new ObjectName(new ProfileIdentifier("com.acme.dock"), UUID);
        assertThat(name).hasToString("com.acme.dock:" + UUID);
        assertThat(ObjectName.find(name.toString())).contains(name);
    }

    @Test
    void isReadFromTheNameWithTheVersionThatWorkspaceOneAppends() {
        assertThat(ObjectName.find("com.acme.dock:" + UUID + "/V_12"))
                .contains(new ObjectName(new ProfileIdentifier("com.acme.dock"), UUID));
    }

    @Test
    void isNoOtherName() {
        assertThat(ObjectName.find("Dock")).isEmpty();
        assertThat(ObjectName.find("")).isEmpty();
        assertThat(ObjectName.find("com.acme.dock:" + UUID.substring(1))).isEmpty();
        assertThat(ObjectName.find("com.acme.dock:" + UUID + "/V_")).isEmpty();
        assertThat(ObjectName.find(" com.acme.dock: " + UUID)).isEmpty();
        assertThat(ObjectName.find("-x:" + UUID)).isEmpty();
    }
}
