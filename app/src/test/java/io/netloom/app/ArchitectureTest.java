package io.netloom.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;

/// The arrows between the window's packages. A feature may be taken away without another noticing.
@AnalyzeClasses(packages = "io.netloom.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> FEATURES = List.of("canvas", "palette", "find", "inspector", "reference", "code",
            "outline",
            "problems",
            "welcome", "dataset", "training", "runs", "tryit", "doctor", "tour", "evaluation", "prediction",
            "exporting");
    /// What features may share.
    private static final List<String> SHARED = List.of("document", "task", "command", "text", "look", "blocks",
            "chart", "crash", "sheet");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_HAS_ITS_PLACE = classes().should()
            .resideInAnyPackage(Stream
                    .concat(Stream.of("io.netloom.app", in("cli"), in("shell")),
                            Stream.concat(FEATURES.stream(), SHARED.stream()).map(ArchitectureTest::in))
                    .toArray(String[]::new))
            .because("a new package is listed here before it takes its first class");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_EACH_OTHER = CompositeArchRule.of(FEATURES.stream()
            .<ArchRule>map(feature -> noClasses().that().resideInAPackage(in(feature)).should().dependOnClassesThat()
                    .resideInAnyPackage(others(feature)).allowEmptyShould(true)
                    .because("features meet in the document; only the shell puts them side by side"))
            .toList());

    @ArchTest
    static final ArchRule WHAT_IS_SHARED_KNOWS_NO_FEATURE = noClasses().that().resideInAnyPackage(in(SHARED)).should()
            .dependOnClassesThat().resideInAnyPackage(others("")).because("else it would belong to that feature");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_DJL = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "io.netloom.layer.std..")
            .because("the window talks of drawings, plans and events; native memory has one owner, layers are open");

    @ArchTest
    static final ArchRule DOCUMENTS_KNOW_NO_JAVAFX = noClasses().that()
            .resideInAnyPackage(in("document"), in("command"), in("text"), in("sheet"),
                    "io.netloom.app.canvas.geometry..",
                    in("cli"))
            .should().dependOnClassesThat().resideInAPackage("javafx..")
            .because("they are tested without a display, and the command line must start without loading a window");

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_SCENE = noClasses().that().haveSimpleNameEndingWith("ViewModel").should()
            .dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
            .because("what a feature does is tested without a stage; properties (javafx.beans) are allowed");

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_VIEW = noClasses().that().haveSimpleNameEndingWith("ViewModel").should()
            .dependOnClassesThat().haveNameMatching(".*View")
            .because("a view knows its model, and not the other way round");

    @ArchTest
    static final ArchRule WHAT_THE_WINDOW_SAYS_HAS_A_KEY = noClasses().that().resideOutsideOfPackage(in("cli"))
            .should().callConstructor(BadInput.class, String.class).orShould()
            .callConstructor(BadInput.class, String.class, Throwable.class)
            .because("a message without a key stays English in every language");

    @ArchTest
    static final ArchRule ONLY_TASK_COMES_FROM_OTHER_THREADS = noClasses().that().resideOutsideOfPackage(in("task"))
            .should().callMethod(Platform.class, "runLater", Runnable.class)
            .because("events that come a thousand times a second are brought to the window once a frame, in one place");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses().should()
            .haveNameMatching(".*(Utils?|Manager|Helper|Impl)(\\$.*)?")
            .because("such a name says that nobody knew what the class is for");

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL = fields().that().areStatic().should().beFinal()
            .because("mutable static state couples windows and tests that should know nothing of each other");

    private static String in(String name) {
        return "io.netloom.app." + name + "..";
    }

    private static String[] in(List<String> names) {
        return names.stream().map(ArchitectureTest::in).toArray(String[]::new);
    }

    private static String[] others(String feature) {
        var others = new ArrayList<String>(FEATURES);
        others.remove(feature);
        others.add("shell");
        others.add("cli");
        return Arrays.copyOf(in(others), others.size());
    }
}
