// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.config.ConfigurationException;
import dev.cmdm.config.Setting;
import dev.cmdm.config.Settings;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.ProductSettings;
import dev.cmdm.mdm.Products;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.ServerUrlException;
import dev.cmdm.mdm.fleet.Fleet;
import dev.cmdm.mdm.jamf.JamfPro;
import dev.cmdm.mdm.mdmdirector.MdmDirector;
import dev.cmdm.mdm.micromdm.MicroMdm;
import dev.cmdm.mdm.nanomdm.NanoMdm;
import dev.cmdm.mdm.workspaceone.WorkspaceOne;
import dev.cmdm.secret.Secret;
import dev.cmdm.secret.SecretSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The MDM server that the settings name. Its credential is read, and it is connected to, only when it
 * is first asked for: a run that changes nothing needs neither.
 */
final class MdmConnection implements AutoCloseable {
    /** The products that this helper speaks to. */
    static final Products PRODUCTS = new Products(List.of(
            MicroMdm.PRODUCT,
            NanoMdm.PRODUCT,
            NanoMdm.HUB,
            MdmDirector.PRODUCT,
            WorkspaceOne.PRODUCT,
            JamfPro.PRODUCT,
            Fleet.PRODUCT));

    private final Host host;
    private final Settings settings;
    private final ProductSettings own;
    private final Consumer<String> debug;
    private volatile boolean ending;
    private @Nullable MdmServer server;

    /**
     * A connection; nothing is read yet.
     *
     * @param debug hears of requests and answers when the settings want that
     */
    MdmConnection(Host host, Settings settings, Consumer<String> debug) {
        this.host = host;
        this.settings = settings;
        this.own = new OwnSettings(host, settings);
        this.debug = debug;
    }

    /** What the configured product can do, known without asking it; nothing when none is configured. */
    Optional<Capabilities> capabilities() {
        return settings.find(Setting.MDM_PRODUCT)
                .map(word -> PRODUCTS.get(word.text()))
                .map(product -> product.able().apply(own));
    }

    /**
     * The server, or nothing when none is configured.
     *
     * @throws ConfigurationException when the settings name half of one, or its credential may not be here
     */
    Optional<MdmServer> find() {
        if (server == null && settings.find(Setting.MDM_PRODUCT).isPresent()) {
            server = open();
        }
        return Optional.ofNullable(server);
    }

    /**
     * The server in words, such as {@code MicroMDM at mdm.acme.example:443}; empty when none is configured.
     *
     * @throws ServerUrlException when its URL may not be used, for example because it holds a password
     */
    String words() {
        return capabilities()
                .map(able -> able.product()
                        + settings.find(Setting.MDM_URL)
                                .map(url -> " at " + ServerUrl.parse(url.text()).address())
                                .orElse(""))
                .orElse("");
    }

    /** Lets no request go out any more that waits for a pause to pass. */
    void stop() {
        ending = true;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    private MdmServer open() {
        String url = get(Setting.MDM_URL);
        String credential = get(Setting.MDM_CREDENTIAL);
        if (!settings.flag(Setting.CREDENTIAL_ON_DEVICE)) {
            throw new ConfigurationException("the credential of this MDM commands every Mac of the server, so it does"
                    + " not belong on one of them; use a relay, or in a lab set credential_on_device: true");
        }
        Secret secret = host.secrets().read(SecretSource.parse(credential));
        Link link = new ServerLink(host, settings).of(new ServerTiming(host.time(), () -> ending), debug);
        return PRODUCTS.open(
                get(Setting.MDM_PRODUCT), new ServerAccess(ServerUrl.parse(url), secret, own, host.time()::now, link));
    }

    private String get(Setting setting) {
        return settings.find(setting)
                .map(Settings.Value::text)
                .orElseThrow(() -> new ConfigurationException(
                        setting.word() + " is not set, and an MDM needs it; set it, or " + setting.variable()));
    }
}
