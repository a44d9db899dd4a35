// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.io.IOException;

/** When the proxy made no tunnel to the server; nothing of the request left then. */
final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String proxy;
    private final int status;

    ProxyRefusedException(String proxy, int status) {
        super(proxy + " answered " + status);
        this.proxy = proxy;
        this.status = status;
    }

    String words() {
        String told = "the proxy " + proxy + " answered " + status;
        return status == 407
                ? told + ": it wants a credential or another; check mdm.proxy_credential"
                : told + " and let nothing through; may it be used for this server? check mdm.proxy and mdm.no_proxy";
    }
}
