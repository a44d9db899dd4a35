// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import java.util.Set;

/** Payload types that decisions treat apart. */
public final class PayloadTypes {
    /** Types that macOS takes from an MDM only. (Apple, userapprovedmdm true and allowmanualinstall false.) */
    private static final Set<String> MDM_ONLY = Set.of(
            "com.apple.TCC.configuration-profile-policy",
            "com.apple.syspolicy.kernel-extension-policy",
            "com.apple.system-extension-policy",
            "com.apple.servicemanagement",
            "com.apple.extensiblesso",
            "com.apple.fileproviderd",
            "com.apple.asam",
            "com.apple.lom");

    /** Types without which a Mac may lose its network, its identity, its certificates or its disk's key. */
    private static final Set<String> LIFELINES = Set.of(
            "com.apple.wifi.managed",
            "com.apple.firstactiveethernet.managed",
            "com.apple.firstethernet.managed",
            "com.apple.secondactiveethernet.managed",
            "com.apple.secondethernet.managed",
            "com.apple.thirdactiveethernet.managed",
            "com.apple.thirdethernet.managed",
            "com.apple.globalethernet.managed",
            "com.apple.vpn.managed",
            "com.apple.vpn.managed.applayer",
            "com.apple.proxy.http.global",
            "com.apple.dnsProxy.managed",
            "com.apple.dnsSettings.managed",
            "com.apple.relay.managed",
            "com.apple.networkusagerules",
            "com.apple.security.root",
            "com.apple.security.pkcs1",
            "com.apple.security.pkcs12",
            "com.apple.security.pem",
            "com.apple.security.scep",
            "com.apple.security.acme",
            "com.apple.ADCertificate.managed",
            "com.apple.security.certificatepreference",
            "com.apple.security.identitypreference",
            "com.apple.security.smartcard",
            "com.apple.DirectoryService.managed",
            "com.apple.MCX.FileVault2",
            "com.apple.security.FDERecoveryKeyEscrow",
            "com.apple.security.FDERecoveryRedirect",
            "com.apple.webcontent-filter",
            "com.apple.syspolicy.kernel-extension-policy",
            "com.apple.system-extension-policy");

    private PayloadTypes() {}

    /** Whether only an MDM may install this type. */
    public static boolean mdmOnly(String type) {
        return MDM_ONLY.contains(type);
    }

    /** Whether taking this type away, even for a moment, may cut the Mac off. */
    public static boolean lifeline(String type) {
        return LIFELINES.contains(type);
    }
}
