package io.netloom.app.canvas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// What the parts of the canvas may know.
@AnalyzeClasses(packages = "io.netloom.app", importOptions = ImportOption.DoNotIncludeTests.class)
class CanvasArchitectureTest {

    @ArchTest
    static final ArchRule GEOMETRY_KNOWS_NO_WINDOW = noClasses().that()
            .resideInAnyPackage("io.netloom.app.canvas.geometry..", "io.netloom.app.canvas.raster..",
                    "io.netloom.app.canvas.layout..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
            .because("arithmetic that needs no window is tested by laws, in thousands of cases a second");

    @ArchTest
    static final ArchRule GEOMETRY_KNOWS_NO_LAYOUT = noClasses().that()
            .resideInAPackage("io.netloom.app.canvas.geometry..").should().dependOnClassesThat()
            .resideInAPackage("io.netloom.app.canvas.layout..")
            .because("a layout is made of boxes, and boxes know nothing of who places them");

    @ArchTest
    static final ArchRule ONLY_LAYOUT_KNOWS_ELK = noClasses().that()
            .resideOutsideOfPackage("io.netloom.app.canvas.layout..").should().dependOnClassesThat()
            .resideInAPackage("org.eclipse..").because("a library that lays graphs out can be replaced in one place");

    @ArchTest
    static final ArchRule ONLY_VIEWS_KNOW_JAVAFX = noClasses().that().resideInAPackage("io.netloom.app.canvas..").and()
            .resideOutsideOfPackage("io.netloom.app.canvas.paint..").and()
            .haveNameNotMatching(".*\\.(\\w+View|\\w+Layer|CanvasMouse|CanvasKeys|CanvasMenu|SystemClipboard)(\\$.*)?")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.kordamp..")
            .because(
                    "gestures and commands are tested by ten thousand random ones, which no window could keep up with");
}
