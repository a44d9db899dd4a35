// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables of a page. Each part says what it is, for on a narrow screen a row is laid out as a card, and then a browser
 * no longer knows.
 */
final class HtmlTable {
    private final String caption;
    private final List<String> columns;
    private final List<Html> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param caption what it tells, for those who do not see it
     */
    HtmlTable(String caption, String... columns) {
        this.caption = caption;
        this.columns = List.of(columns);
    }

    /** One more row: the cell that names it is the second one. */
    void add(String look, Html... cells) {
        List<Html> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            row.add(cell(i, cells[i]));
        }
        rows.add(Html.of("tr", row).as(look).with("role", "row"));
    }

    private static Html cell(int column, Html content) {
        return column == 1
                ? Html.of("th", content).with("scope", "row").with("role", "rowheader")
                : Html.of("td", content).with("role", "cell");
    }

    Html whole() {
        List<Html> names = columns.stream()
                .map(name -> Html.of("th", name).with("scope", "col").with("role", "columnheader"))
                .toList();
        Html head = Html.of("thead", Html.of("tr", names).with("role", "row")).with("role", "rowgroup");
        Html body = Html.of("tbody", rows).with("role", "rowgroup");
        return Html.of("table", Html.of("caption", caption), head, body).with("role", "table");
    }
}
