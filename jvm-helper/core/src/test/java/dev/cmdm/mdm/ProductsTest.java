// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.micromdm.MicroMdm;
import dev.cmdm.mdm.nanomdm.NanoMdm;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ProductsTest {
    private static final Products PRODUCTS = new Products(List.of(MicroMdm.PRODUCT, NanoMdm.PRODUCT, NanoMdm.HUB));

    @Test
    void opensAProductByTheWordOfItsSetting() {
        try (MdmServer server = PRODUCTS.open(" NanoMDM", "https://mdm.example.com", Secret.of("p"))) {
            assertThat(server.capabilities().product()).isEqualTo("NanoMDM");
            assertThat(server.address()).isEqualTo("mdm.example.com:443");
        }
    }

    @Test
    void tellsWhatAProductCanDoWithoutOpeningIt() {
        assertThat(PRODUCTS.get("micromdm").capabilities())
                .isEqualTo(new Capabilities("MicroMDM", Long.MAX_VALUE, "bytes", true, false, true, true));
        assertThat(PRODUCTS.get("nanomdm").capabilities())
                .isEqualTo(new Capabilities("NanoMDM", 12_582_141, "bytes", true, true, false, false));
        assertThat(PRODUCTS.get("nanohub").capabilities())
                .isEqualTo(new Capabilities("NanoHUB", 12_582_141, "bytes", true, true, false, false));
    }

    @Test
    void namesTheKnownProductsWhenOneIsUnknown() {
        assertThatThrownBy(() -> PRODUCTS.open("jamf\n", "https://mdm.example.com", Secret.of("canary")))
                .isInstanceOf(UnknownProductException.class)
                .hasMessage("the MDM product \"jamf\" is not known; cmdm speaks to micromdm, nanomdm, nanohub");
    }

    @Test
    void refusesAUrlBeforeAnythingIsOpened() {
        assertThatThrownBy(() -> PRODUCTS.open("micromdm", "http://mdm.example.com", Secret.of("canary")))
                .isInstanceOf(ServerUrlException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void loadsNoHttpClientUntilAServerIsAsked() throws Exception {
        RecordingLoader loader = new RecordingLoader();
        Class<?> opener = loader.loadClass("dev.cmdm.mdm.ProductsTest$OpensBoth");
        ((Runnable) opener.getDeclaredConstructor().newInstance()).run();
        assertThat(loader.seen)
                .contains("dev.cmdm.mdm.http.HttpCaller")
                .noneMatch(name -> name.startsWith("org.apache.hc"));
    }

    /** Run by a class loader of its own, which sees everything that it needs. */
    public static final class OpensBoth implements Runnable {
        @Override
        public void run() {
            for (Product product : List.of(MicroMdm.PRODUCT, NanoMdm.PRODUCT, NanoMdm.HUB)) {
                product.opener()
                        .open(ServerUrl.parse("https://mdm.example.com"), Secret.of("p"))
                        .close();
            }
        }
    }

    private static final class RecordingLoader extends ClassLoader {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        RecordingLoader() {
            super(ProductsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            seen.add(name);
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith("dev.cmdm.") ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
