// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages of the core, and what each may use. The table is the design's; a new package needs a row. */
class PackageTableTest {
    private static final String ROOT = "dev.cmdm.";
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.cmdm");

    /** Methods by which time or chance comes in, beside those of clocks and generators. */
    private static final Pattern IMPURE =
            Pattern.compile("java\\.time\\..+\\.now|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
                    + "|java\\.lang\\.Math\\.random|java\\.util\\.UUID\\.randomUUID");

    /** "May use" is transitive: a row names what is used directly, the rest follows. */
    private static final Map<String, List<String>> MAY_USE = table();

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        table.put("process", List.of());
        table.put("plist", List.of());
        table.put("profile", List.of("plist"));
        table.put("device", List.of());
        table.put("desired", List.of("profile", "device"));
        table.put("installed", List.of("profile", "device"));
        table.put("catalog", List.of("plist", "device"));
        table.put("lint", List.of("profile", "catalog", "desired", "installed"));
        table.put("plan", List.of("desired", "installed", "device", "catalog", "lint"));
        table.put("secret", List.of("process"));
        table.put("sign", List.of("profile", "secret", "process"));
        table.put("order", List.of("plan", "secret"));
        table.put("macos", List.of("profile", "device", "installed", "plist", "process"));
        table.put("mdm", List.of("profile", "device", "secret"));
        table.put("mdm.http", List.of("mdm"));
        table.put("mdm.micromdm", List.of("mdm", "mdm.http"));
        table.put("mdm.nanomdm", List.of("mdm", "mdm.http"));
        table.put("mdm.mdmdirector", List.of("mdm", "mdm.http"));
        table.put("mdm.workspaceone", List.of("mdm", "mdm.http"));
        table.put("mdm.jamf", List.of("mdm", "mdm.http"));
        table.put("mdm.fleet", List.of("mdm", "mdm.http"));
        table.put("prepare", List.of("plan", "desired", "sign", "mdm"));
        table.put("journal", List.of("plan"));
        table.put("apply", List.of("plan", "prepare", "mdm", "macos", "journal"));
        table.put("scaffold", List.of("desired", "installed"));
        table.put("config", List.of("secret"));
        table.put("answer", List.of("plan", "apply", "lint", "journal", "sign", "config", "scaffold"));
        table.put("report", List.of("answer"));
        table.put("wire", List.of("answer"));
        table.put("engine", List.copyOf(table.keySet()));
        return table;
    }

    @Test
    void everyPackageHasARowInTheTable() {
        Set<String> packages = CORE.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(MAY_USE.keySet()).containsAll(packages);
    }

    @Test
    void noPackageUsesMoreThanItsRowAllows() {
        MAY_USE.keySet()
                .forEach(name -> classes()
                        .that(resideInAPackage(ROOT + name))
                        .should(onlyDependOnClassesThat(allowed(name)))
                        .allowEmptyShould(true)
                        .check(CORE));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.cmdm.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void eachLibraryHasItsOnlyUsers() {
        onlyIn("com.dd.plist..", "plist");
        onlyIn("org.bouncycastle..", "sign", "order");
        onlyIn("org.apache.hc..", "mdm.http");
        onlyIn("tools.jackson..", "wire", "mdm.*");
        onlyIn("org.snakeyaml..", "config");
    }

    @Test
    void theDecisionIsPure() {
        noClasses()
                .that(resideInAPackage(ROOT + "plan"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.io", "java.nio.file..", "java.net..", "java.util.logging"))
                .orShould()
                .dependOnClassesThat(assignableTo(InstantSource.class)
                        .or(assignableTo(RandomGenerator.class))
                        .or(assignableTo(java.util.Date.class))
                        .or(assignableTo(java.util.Calendar.class)))
                .orShould()
                .accessTargetWhere(
                        DescribedPredicate.describe("it tells the time or draws lots", PackageTableTest::isImpure))
                .check(CORE);
    }

    /** A reference to a method counts like a call of it. */
    private static boolean isImpure(JavaAccess<?> access) {
        String name = access.getTargetOwner().getName() + "." + access.getName();
        return IMPURE.matcher(name).matches();
    }

    private static void onlyIn(String library, String... packages) {
        String[] users =
                java.util.Arrays.stream(packages).map(name -> ROOT + name).toArray(String[]::new);
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(users)))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(CORE);
    }

    private static DescribedPredicate<JavaClass> allowed(String name) {
        Set<String> packages = new TreeSet<>();
        collect(name, packages);
        String[] own = packages.stream().map(used -> ROOT + used).toArray(String[]::new);
        DescribedPredicate<JavaClass> foreign = DescribedPredicate.not(resideInAPackage(ROOT + "."));
        return resideInAnyPackage(own).or(foreign).as("its row allows: %s", packages);
    }

    private static void collect(String name, Set<String> packages) {
        if (packages.add(name)) {
            MAY_USE.get(name).forEach(used -> collect(used, packages));
        }
    }
}
