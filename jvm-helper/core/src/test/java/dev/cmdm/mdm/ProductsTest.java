// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.fleet.Fleet;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.micromdm.MicroMdm;
import dev.cmdm.mdm.nanomdm.NanoMdm;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ProductsTest {
    private static final Products PRODUCTS =
            new Products(List.of(MicroMdm.PRODUCT, NanoMdm.PRODUCT, NanoMdm.HUB, Fleet.PRODUCT));

    @Test
    void opensAProductByTheWordOfItsSetting() {
        try (MdmServer server = PRODUCTS.open(" NanoMDM", access())) {
            assertThat(server.capabilities().product()).isEqualTo("NanoMDM");
            assertThat(server.address()).isEqualTo("mdm.example.com:443");
        }
    }

    @Test
    void tellsWhatAProductCanDoWithoutOpeningIt() {
        assertThat(able("micromdm"))
                .isEqualTo(Capabilities.of(
                        "MicroMDM", SizeLimit.NONE_FOUND, Trait.PASSES_SIGNED, Trait.TELLS_QUEUE, Trait.TAKES_RAW));
        for (String word : List.of("nanomdm", "nanohub")) {
            assertThat(able(word).command()).contains(SizeLimit.bytes(12_582_141));
            assertThat(able(word).traits())
                    .containsExactlyInAnyOrder(Trait.PASSES_SIGNED, Trait.CHECKS_IDS, Trait.TAKES_RAW);
        }
    }

    @Test
    void namesTheKnownProductsWhenOneIsUnknown() {
        assertThatThrownBy(() -> PRODUCTS.open("some\n", access()))
                .isInstanceOf(UnknownProductException.class)
                .hasMessage("the MDM product \"some\" is not known; cmdm speaks to micromdm, nanomdm, nanohub, fleet");
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

    private static Capabilities able(String word) {
        return PRODUCTS.get(word).able().apply(Mdms.NOTHING_SET);
    }

    private static ServerAccess access() {
        return Mdms.access(ServerUrl.parse("https://mdm.example.com"));
    }

    /** Run by a class loader of its own, which sees everything that it needs. */
    public static final class OpensBoth implements Runnable {
        @Override
        public void run() {
            for (Product product : List.of(MicroMdm.PRODUCT, NanoMdm.PRODUCT, NanoMdm.HUB, Fleet.PRODUCT)) {
                product.opener().open(access()).close();
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
