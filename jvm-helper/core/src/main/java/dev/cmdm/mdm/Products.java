// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.util.List;
import java.util.Locale;

/** The products there are, by the word that settings use. */
public final class Products {
    private final List<Product> products;

    /** The products to choose from, in the order in which messages name them. */
    public Products(List<Product> products) {
        this.products = List.copyOf(products);
    }

    /** The words, in the same order. */
    public List<String> words() {
        return products.stream().map(Product::word).toList();
    }

    /**
     * The product of a word; case does not count.
     *
     * @throws UnknownProductException when there is none, naming those there are
     */
    public Product get(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return products.stream()
                .filter(product -> product.word().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UnknownProductException(word, String.join(", ", words())));
    }

    /**
     * An adapter for a server.
     *
     * @throws UnknownProductException when there is no such product
     */
    public MdmServer open(String word, ServerAccess access) {
        return get(word).opener().open(access);
    }
}
