// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.PlistValue;
import java.util.List;

/** How one notation writes profiles. */
interface Style {
    /** Whether it has a way to write each value as what it is; otherwise a profile stands there as text. */
    boolean holds(PlistValue value);

    /** Whether it can name a profile once only, whoever's it is. */
    boolean namesOnce();

    /** All profiles in files. */
    List<ScaffoldFile> files(List<Recovered> profiles);

    /** The file that a profile stands in, once all were written. */
    String fileOf(Recovered profile);
}
