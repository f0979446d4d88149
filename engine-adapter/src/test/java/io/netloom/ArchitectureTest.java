package io.netloom;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The arrows of the house. A package may know only what stands above it in [#ORDER]; packages may be empty as yet.
@AnalyzeClasses(packages = "io.netloom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /// One floor of the house: packages that know those of the floors above them and not each other.
    private record Floor(String because, String... packages) {}

    private static final List<Floor> ORDER = List.of(
            new Floor("a shape is a value that every stage speaks of", "shape"),
            new Floor("a layer knows nothing of the graph that it stands in", "layer"),
            new Floor("a layer type is one file that sees only what layers are made of", "layer.std"),
            new Floor("a drawing may be wrong; whether it is, only the check asks", "graph"),
            new Floor("the check needs no engine and no data, so that it can answer at each stroke", "check"),
            new Floor("a program is text and numbers, whoever runs it", "compile"),
            new Floor("data is prepared without an engine: batches are plain buffers", "data"),
            new Floor("whoever looks at data asks it questions, and needs neither engine nor network", "profile"),
            new Floor("the engine runs programs and does not know why", "engine"),
            new Floor("training knows no file format and nobody who watches", "train"),
            new Floor("what is done with a trained model is done by siblings that can each be taken away", "evaluate",
                    "explain", "export"),
            new Floor("what is measured is the training that users get, which does not know that it is measured",
                    "bench"),
            new Floor("what other programs draw of a training is scalars over steps, whoever made them", "tensorboard"),
            new Floor("the project file joins everything and nothing needs it", "project"));

    @ArchTest
    static final ArchRule EVERY_PACKAGE_KNOWS_ONLY_THOSE_ABOVE_IT = floors();

    @ArchTest
    static final ArchRule EVERY_PACKAGE_HAS_ITS_FLOOR = classes().should()
            .resideInAnyPackage(ORDER.stream().flatMap(floor -> Stream.of(floor.packages()))
                    .map(ArchitectureTest::place).toArray(String[]::new))
            .because("a new package takes its place in the order before it takes its first class");

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_A_LAYER_TYPE = noClasses().that()
            .resideOutsideOfPackage("io.netloom.layer.std").should().dependOnClassesThat()
            .resideInAPackage("io.netloom.layer.std")
            .because("layers are open: a new one is found by ServiceLoader and named nowhere else");

    @ArchTest
    static final ArchRule ONLY_ENGINE_KNOWS_DJL = onlyIn("engine",
            "native memory has one owner, and the engine can be replaced in one place", "ai.djl..");

    @ArchTest
    static final ArchRule ONLY_DATA_READS_TABLES_AND_PICTURES = onlyIn("data",
            "files of strangers are read in one place, which turns them into plain numbers", "org.duckdb..",
            "java.sql..", "javax.sql..", "javax.imageio..", "java.awt..",
            "com.twelvemonkeys..");

    @ArchTest
    static final ArchRule ONLY_PROJECT_KNOWS_JSON = onlyIn("project",
            "a file format has one owner, who keeps its old versions readable", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule ONLY_EXPORT_KNOWS_ONNX = onlyIn("export", "an exchange format has one owner",
            "onnx..", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule ONLY_EXCHANGE_FORMATS_KNOW_PROTOBUF = noClasses()
            .that(not(resideInAnyPackage(place("export"), place("tensorboard")))).should().dependOnClassesThat()
            .resideInAPackage("com.google.protobuf..")
            .because("it is how files of others are made; Netloom's own are JSON and plain numbers");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_A_WINDOW = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("javafx..", "javax.swing..", "io.netloom.app..")
            .because("everything that the window does, the command line does too, through the same classes");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses().should()
            .haveNameMatching(".*(Utils?|Manager|Helper|Impl)(\\$.*)?")
            .because("such a name says that nobody knew what the class is for");

    @ArchTest
    static final ArchRule NOBODY_STARTS_THREADS_OF_THEIR_OWN = noClasses().should()
            .callConstructorWhere(owner(assignableTo(Thread.class)).onResultOf(call -> call.getTarget()))
            .because("who starts a thread also has to end it: executors are handed in, or closed where they are made");

    @ArchTest
    static final ArchRule NOBODY_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
            .because("only the command line in app owns the terminal; everybody else returns, throws or logs");

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL = fields().that().areStatic().should().beFinal()
            .because(
                    "mutable static state couples tests, trainings and windows that should know nothing of each other");

    @ArchTest
    static final ArchRule STATIC_FIELDS_HOLD_NOTHING_MUTABLE = noFields().that().areStatic().should()
            .haveRawType(resideInAnyPackage("java.util.concurrent.atomic")
                    .or(assignableTo(java.util.AbstractMap.class)).or(assignableTo(java.util.AbstractCollection.class))
                    .or(assignableTo(StringBuilder.class)))
            .because(
                    "mutable static state couples tests, trainings and windows that should know nothing of each other");

    @ArchTest
    static final ArchRule WHAT_THE_WINDOW_SAYS_HAS_A_KEY = noClasses().that()
            .resideOutsideOfPackages("io.netloom.shape..", "io.netloom.engine.gpu..").should()
            .callConstructor(BadInput.class, String.class).orShould()
            .callConstructor(BadInput.class, String.class, Throwable.class)
            .because(
                    "a message without a key stays English in every language; the GPUs' engine is of the command line");

    private static ArchRule floors() {
        var rules = new ArrayList<ArchRule>();
        for (int i = 0; i < ORDER.size(); i++) {
            Floor floor = ORDER.get(i);
            for (String name : floor.packages()) {
                var forbidden = new ArrayList<String>();
                ORDER.subList(i, ORDER.size()).forEach(f -> forbidden.addAll(List.of(f.packages())));
                forbidden.remove(name);
                if (!forbidden.isEmpty()) {
                    rules.add(noClasses().that().resideInAPackage(place(name)).should().dependOnClassesThat()
                            .resideInAnyPackage(forbidden.stream().map(ArchitectureTest::place).toArray(String[]::new))
                            .because(floor.because()).allowEmptyShould(true));
                }
            }
        }
        return CompositeArchRule.of(rules);
    }

    private static ArchRule onlyIn(String name, String because, String... libraries) {
        return noClasses().that(not(resideInAnyPackage(place(name)))).should().dependOnClassesThat()
                .resideInAnyPackage(libraries).because(because);
    }

    /// A package with its subpackages; of `layer` only itself, because `layer.std` is a floor of its own.
    private static String place(String name) {
        return "io.netloom." + name + (name.equals("layer") ? "" : "..");
    }
}
