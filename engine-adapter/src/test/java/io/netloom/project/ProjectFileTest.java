package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.compile.Learning;
import io.netloom.compile.Loss;
import io.netloom.compile.Optimiser;
import io.netloom.data.Fractions;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Precision;
import io.netloom.shape.BadInput;
import io.netloom.train.Schedule;
import io.netloom.train.TrainingPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFileTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void versionOneOfATableLoadsToWhatItAlwaysMeant() {
        Project project = ProjectFile.read(golden("project-v1.json"));
        var inputs = new LinkedHashMap<String, List<String>>();
        inputs.put("body", List.of("wing (mm)", "weight"));
        inputs.put("place", List.of("纬度"));
        var targets = new LinkedHashMap<String, TargetColumn>();
        targets.put("species", new TargetColumn("kind", TargetColumn.Kind.CLASS));
        targets.put("age", new TargetColumn("years", TargetColumn.Kind.NUMBER));
        assertThat(project.data().orElseThrow())
                .isEqualTo(new Table(folder.resolve("data/bird counts 鸟.csv"), inputs, targets));
        assertThat(((Table) project.data().orElseThrow()).inputs().keySet()).containsExactly("body", "place");
        assertThat(project.plan()).isEqualTo(
                plan(12, 8, 0.05, new Optimiser.Sgd(0.9, 1e-4), new Fractions(0.2, 0.1), -42));
        assertThat(project.graph()).isEqualTo(Graph.of(List.of(
                node("body", 0, -20.5, "Input", "shape", "2"),
                node("place", 0, 180, "Input", "shape", "1"),
                node("joined", 210, 0, "Concat", "axis", "-1"),
                node("dense", 420, 0, "Dense", "units", "16", "bias", "false", "initialiser", "xavier_normal"),
                node("norm", 630, 0, "BatchNorm", "momentum", "0.2", "epsilon", "1e-4"),
                node("relu", 840, 0, "ReLU"),
                node("dropout", 1050, 0, "Dropout", "rate", "0.25"),
                node("head", 0, 360, "Dense", "units", "3", "bias", "true", "initialiser", "he_uniform"),
                node("species", 210, 360, "Output"),
                node("年龄", 0, 540, "Dense", "units", "1", "bias", "true", "initialiser", "zeros"),
                node("age", 210, 540, "Output")),
                List.of(Edge.of("body", "joined"), new Edge("place", 0, "joined", 1), Edge.of("joined", "dense"),
                        Edge.of("dense", "norm"), Edge.of("norm", "relu"), Edge.of("relu", "dropout"),
                        Edge.of("dropout", "head"), Edge.of("head", "species"), Edge.of("dropout", "年龄"),
                        Edge.of("年龄", "age"))));
    }

    @Test
    void versionOneOfPicturesLoadsToWhatItAlwaysMeant() {
        Project project = ProjectFile.read(golden("project-v1-pictures.json"));
        assertThat(project.data()).contains(new ImageFolder(folder.resolveSibling("pictures"), 3, 24, 32));
        assertThat(project.plan()).isEqualTo(plan(1, 64, 0.001, new Optimiser.Adam(0.8, 0.99, 1e-7, 0.01),
                new Fractions(0, 0), 9_000_000_000L));
        assertThat(project.graph()).isEqualTo(Graph.of(List.of(
                node("image", 0, 0, "Input", "shape", "3×24×32"),
                node("conv", 1, 2, "Conv2d", "filters", "6", "kernelSize", "3×5", "stride", "2×1", "padding", "1×2",
                        "dilation", "1×1", "groups", "3", "bias", "false", "initialiser", "normal"),
                node("pool", 3, 4, "MaxPool2d", "kernelSize", "3×3", "stride", "2×2", "padding", "1×1"),
                node("loose end", 5, 6, "Softmax", "axis", "1")),
                List.of(new Edge("conv", 3, "pool", 2))));
    }

    @Test
    void versionOneOfMnistsFilesLoadsToWhatItAlwaysMeant() {
        Path root = folder.getRoot();
        Project project = ProjectFile.read(golden("project-v1-idx.json"));
        assertThat(project).isEqualTo(new Project(Graph.empty(),
                Optional.of(new IdxFiles(root.resolve("srv").resolve("digits"))), plan(20, 32, 0.001,
                        new Optimiser.Adam(), new Fractions(0.15, 0.15), 1)));
    }

    @Test
    void versionOneOfCompositesLoadsToWhatItAlwaysMeant() {
        Graph inner = Graph.of(List.of(node("in", 0, 0, "Input", "shape", "1×28×28"),
                node("side", 0, 180, "Input", "shape", "7"),
                node("conv", 210, 0, "Conv2d", "filters", "3", "bias", "false"), node("add", 420, 0, "Add"),
                node("out", 630, 0, "Output")),
                List.of(Edge.of("in", "conv"), Edge.of("conv", "add"), new Edge("side", 0, "add", 1),
                        Edge.of("add", "out")));
        Graph outer = Graph.of(List.of(node("一", 5, 5, "Input", "shape", "3×24×32"),
                new Node("inner", new Composite("Residual block", inner), 210.5, -1), node("y", 420, 0, "Output"),
                node("also", 420, 180, "Output")),
                List.of(Edge.of("一", "inner"), new Edge("一", 0, "inner", 1), Edge.of("inner", "y"),
                        Edge.of("inner", "also")));
        assertThat(ProjectFile.read(golden("project-v1-composites.json")).graph()).isEqualTo(Graph.of(List.of(
                node("image", 0, 0, "Input", "shape", "3×24×32"),
                new Node("outer", new Composite("Two in one 块", outer), 1, 2),
                new Node("empty", new Composite("Nothing yet", Graph.empty()), 3, 4), node("class", 9, 9, "Output")),
                List.of(Edge.of("image", "outer"), new Edge("outer", 1, "class", 0))));
    }

    @Test
    void versionOneOfRemarksLoadsToWhatItAlwaysMeant() {
        Graph graph = ProjectFile.read(golden("project-v1-remarks.json")).graph();
        assertThat(graph.remarks()).containsExactly(
                new Remark("note", Remark.Kind.NOTE, "Why four?\n为什么是四?", -20.5, 80, 200, 120),
                new Remark("frame", Remark.Kind.FRAME, "", -10, -10, 220, 90));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind   | "poster" | remarks[1], kind must be note or frame, not poster.
            width  | 0        | remarks[1]: The remark 'frame' needs a width and a height above 0, not 0.0 and 90.0.
            id     | "note"   | Two remarks have the id 'note'. Give one of them another.
            colour | "red"    | remarks[1] has a member 'colour'""")
    void whatIsWrongInARemarkIsSaidWithItsPlace(String member, String value, String message) throws IOException {
        ObjectNode json = (ObjectNode) MAPPER.readTree(golden("project-v1-remarks.json").toFile());
        ((ObjectNode) json.at("/graph/remarks/1")).set(member, MAPPER.readTree(value));
        assertRefused(json.toString(), message);
    }

    @Test
    void compositesThatAreNestedTooDeeplyAreRefused() throws IOException {
        String start = "{\"name\": \"c\", \"title\": \"t\", \"x\": 0, \"y\": 0, \"inside\": {\"edges\": [], \"nodes\": [";
        ObjectNode json = json();
        json.putNull("data");
        ArrayNode nodes = ((ObjectNode) json.get("graph")).putArray("nodes");
        ((ObjectNode) json.get("graph")).putArray("edges");
        nodes.add(MAPPER.readTree(start.repeat(Composite.MAX_DEPTH) + "]}}".repeat(Composite.MAX_DEPTH)));
        assertThat(ProjectFile.read(write(json)).graph().depth()).isEqualTo(Composite.MAX_DEPTH);
        nodes.set(0, MAPPER.readTree(start.repeat(200) + "]}}".repeat(200)));
        Path file = write(json);
        assertThatThrownBy(() -> ProjectFile.read(file)).isInstanceOf(BadInput.class).message()
                .startsWith(file.toString()).endsWith(" lies inside of 8 composites; one more cannot be.");
        assertRefused("{\"netloom\": 1, \"graph\": {\"edges\": [], \"nodes\": [" + start.repeat(2_000),
                "deeply nested");
    }

    @Test
    void whatAPlanSaysOfAStepIsReadBack() {
        ObjectNode json = json();
        ((ObjectNode) json.get("plan")).put("accumulation", 8).put("precision", "bfloat16");
        Project project = ProjectFile.read(write(json));

        assertThat(project.plan().learning().accumulation()).isEqualTo(8);
        assertThat(project.plan().learning().precision()).contains(Precision.BFLOAT16);
        Path again = folder.resolve("again.netloom");
        ProjectFile.write(project, again);
        assertThat(ProjectFile.read(again).plan()).isEqualTo(project.plan());
    }

    @Test
    void aPlanMayLeaveThePrecisionOpen() {
        ObjectNode json = json();
        ((ObjectNode) json.get("plan")).put("precision", "auto");
        Project project = ProjectFile.read(write(json));

        assertThat(project.plan().learning().precision()).isEmpty();
        Path again = folder.resolve("again.netloom");
        ProjectFile.write(project, again);
        assertThat(ProjectFile.read(again).plan()).isEqualTo(project.plan());
    }

    @Test
    void aPlanWithAStepThatCannotBeTakenIsRefused() {
        ObjectNode json = json();
        ObjectNode plan = (ObjectNode) json.get("plan");
        plan.put("accumulation", 0);
        assertThatThrownBy(() -> ProjectFile.read(write(json))).isInstanceOf(BadInput.class)
                .hasMessageContaining("must be 1 to 1000, not 0.");
        plan.put("accumulation", 1).put("precision", "float8");
        assertThatThrownBy(() -> ProjectFile.read(write(json))).isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no precision 'float8'. Choose float32, bfloat16, float16, or auto");
    }

    @Test
    void aProjectWithoutDataLoads() {
        ObjectNode json = json();
        json.remove("data");
        assertThat(ProjectFile.read(write(json)).data()).isEmpty();
        json.putNull("data");
        assertThat(ProjectFile.read(write(json)).data()).isEmpty();
    }

    @Test
    void dataMovesWithTheProject() {
        var source = new IdxFiles(folder.resolve("a").resolve("数 据"));
        var project = new Project(Graph.empty(), Optional.of(source), TrainingPlan.usual());
        Path file = folder.resolve("a").resolve("p.netloom");
        ProjectFile.write(project, file);
        assertThat(text(file)).contains("\"数 据\"").doesNotContain(folder.toString());
        Path moved = folder.resolve("b").resolve("p.netloom");
        copy(file, moved);
        assertThat(ProjectFile.read(moved).data()).contains(new IdxFiles(folder.resolve("b").resolve("数 据")));
    }

    @Test
    void dataMayLieInTheProjectsOwnFolder() {
        var project = new Project(Graph.empty(), Optional.of(new IdxFiles(folder)), TrainingPlan.usual());
        ProjectFile.write(project, folder.resolve("p.netloom"));
        assertThat(ProjectFile.read(folder.resolve("p.netloom"))).isEqualTo(project);
    }

    @Test
    void savingReplacesAFileAndLeavesNothingElseBehind() {
        Path file = folder.resolve("p.netloom");
        ProjectFile.write(Project.empty().withPlan(TrainingPlan.usual().withEpochs(3)), file);
        ProjectFile.write(Project.empty(), file);
        assertThat(ProjectFile.read(file)).isEqualTo(Project.empty());
        assertThat(names(folder)).containsExactly("p.netloom");
    }

    @Test
    void whatACrashLeftBehindDoesNoHarm() throws IOException {
        Path file = folder.resolve("p.netloom");
        Files.writeString(folder.resolve(".p.netloom." + ProcessHandle.current().pid() + ".tmp"),
                "half a proj".repeat(999));
        Files.writeString(folder.resolve(".p.netloom.1.tmp"), "half a proj");
        ProjectFile.write(Project.empty(), file);
        assertThat(ProjectFile.read(file)).isEqualTo(Project.empty());
        assertThat(names(folder)).contains("p.netloom").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whereAFolderStandsInTheWayNothingIsLost() throws IOException {
        Path file = folder.resolve("p.netloom");
        Files.createDirectory(file);
        Files.writeString(file.resolve("kept.txt"), "kept");
        assertThatThrownBy(() -> ProjectFile.write(Project.empty(), file)).isInstanceOf(BadInput.class)
                .hasMessageContaining("p.netloom cannot be written").message().doesNotContain("Exception");
        assertThat(file.resolve("kept.txt")).hasContent("kept");
        assertThat(names(folder)).containsExactly("p.netloom");
    }

    @Test
    void aProjectCannotLieInAFile() throws IOException {
        Files.writeString(folder.resolve("file"), "kept");
        assertThatThrownBy(() -> ProjectFile.write(Project.empty(), folder.resolve("file").resolve("p.netloom")))
                .isInstanceOf(BadInput.class).hasMessageContaining("is a file, not a folder");
        assertThat(folder.resolve("file")).hasContent("kept");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whereNothingMayBeWrittenTheOldFileStays() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Path file = locked.resolve("p.netloom");
        ProjectFile.write(Project.empty(), file);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
        try {
            assumeThat(Files.isWritable(locked)).as("this user may write everywhere").isFalse();
            Project other = Project.empty().withPlan(TrainingPlan.usual().withEpochs(3));
            assertThatThrownBy(() -> ProjectFile.write(other, file)).isInstanceOf(BadInput.class)
                    .hasMessageContaining("permission is denied");
            assertThat(ProjectFile.read(file)).isEqualTo(Project.empty());
            assertThat(names(locked)).containsExactly("p.netloom");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysOneAndLeadsToWhatWasWritten() throws IOException {
        Path file = folder.resolve("p.netloom");
        ProjectFile.write(Project.empty(), file);
        Path link = Files.createSymbolicLink(folder.resolve("link.netloom"), file);
        Project other = Project.empty().withPlan(TrainingPlan.usual().withEpochs(3));

        ProjectFile.write(other, link);

        assertThat(link).isSymbolicLink();
        assertThat(ProjectFile.read(file)).isEqualTo(other);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatMayOnlyBeReadIsNotReplaced() throws IOException {
        Path file = folder.resolve("p.netloom");
        ProjectFile.write(Project.empty(), file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assumeThat(Files.isWritable(file)).as("this user may write everywhere").isFalse();
        Project other = Project.empty().withPlan(TrainingPlan.usual().withEpochs(3));

        assertThatThrownBy(() -> ProjectFile.write(other, file)).isInstanceOf(BadInput.class)
                .hasMessageContaining("permission is denied").hasMessageContaining("another name");

        assertThat(ProjectFile.read(file)).isEqualTo(Project.empty());
    }

    /// Place of the object, member, what is put there instead, what the message says.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''                          | netloom      | 2            | is of version 2, but this Netloom reads version 1",
            "''                          | netloom      | '\"1\"'      | , netloom must be a whole number, not \"1\"",
            "''                          | colour       | 1            | has a member 'colour' that this version does not know",
            "''                          | graph        | []           | , graph must be an object",
            "''                          | plan         | 7            | , plan must be an object",
            "''                          | data         | '\"x.csv\"'  | , data must be an object",
            "/data                       | more         | 1            | , data has a member 'more'",
            "/data                       | table        | 5.5          | ''",
            "/data                       | table        | {}           | , data, table must be a single value",
            "/data                       | table        | '\"a\\u0000\"' | , data, table",
            "/data                       | inputs       | []           | , data, inputs must be an object",
            "/data                       | inputs       | {}           | , data: The table",
            "/data/inputs                | body         | '\"weight\"' | , data, inputs, body must be a list",
            "/data/inputs                | body         | [null]       | , data, inputs, body must be a single value",
            "/data/inputs                | body         | []           | , data: The table",
            "/data/inputs                | body         | '[\"kind\"]' | , data: The column \"kind\"",
            "/data                       | targets      | {}           | , data names no target",
            "/data/targets               | age          | '\"years\"'  | , data, targets, age must be an object",
            "/data/targets/age           | kind         | '\"date\"'   | , data, targets, age, kind must be class, number, numbers, tags or shares, not 'date'",
            "/data/targets/age           | column       | []           | , data, targets, age, column must be a single value",
            "/data/targets/age           | unit         | 1            | , data, targets, age has a member 'unit'",
            "/plan                       | epochs       | 0            | , plan: The epochs must be 1 to 1,000,000",
            "/plan                       | epochs       | 1.5          | , plan, epochs must be a whole number, not 1.5",
            "/plan                       | epochs       | 3000000000   | , plan, epochs must be a whole number",
            "/plan                       | batchSize    | '\"8\"'      | , plan, batchSize must be a whole number",
            "/plan                       | learningRate | -1           | , plan: The learning rate must be above 0",
            "/plan                       | learningRate | '\"NaN\"'    | , plan, learningRate must be a number",
            "/plan                       | validation   | 0.95         | , plan: The shares",
            "/plan                       | test         | true         | , plan, test must be a number, not true",
            "/plan                       | seed         | 1e99         | , plan, seed must be a whole number",
            "/plan                       | haste        | 1            | , plan has a member 'haste'",
            "/plan                       | optimiser    | '\"sgd\"'    | , plan, optimiser must be an object",
            "/plan/optimiser             | type         | '\"lion\"'   | , plan, optimiser: there is no optimiser 'lion'",
            "/plan/optimiser             | momentum     | 1            | , plan, optimiser: The optimiser's momentum must be 0 to below 1",
            "/plan/optimiser             | beta1        | 1            | , plan, optimiser has a member 'beta1'",
            "/plan                       | losses       | '{\"age\":{\"type\":\"lion\"}}' | , plan, losses, age: there is no loss 'lion'",
            "/graph                      | nodes        | {}           | , graph, nodes must be a list",
            "/graph                      | groups       | 1            | , graph has a member 'groups'",
            "/graph/nodes                | 0            | 5            | , graph, nodes[0] must be an object",
            "/graph/nodes/1              | name         | '\" \"'      | , graph: A block's name needs",
            "/graph/nodes/1              | name         | '\"body\"'   | , graph: Two blocks are called 'body'",
            "/graph/nodes/1              | name         | null         | , graph, nodes[1] lacks 'name'",
            "/graph/nodes/1              | type         | '\"Inputt\"' | , graph, nodes[1]: There is no layer called 'Inputt'",
            "/graph/nodes/1              | type         | null         | , graph, nodes[1] lacks 'type'",
            "/graph/nodes/1              | x            | '\"left\"'   | , graph, nodes[1], x must be a number",
            "/graph/nodes/1              | z            | 1            | , graph, nodes[1] has a member 'z'",
            "/graph/nodes/1              | settings     | []           | , graph, nodes[1], settings must be an object",
            "/graph/nodes/1              | inside       | {}           | , graph, nodes[1] has a member 'type'",
            "/graph/nodes/1              | title        | '\"t\"'      | , graph, nodes[1] has a member 'title'",
            "/graph/nodes/1/settings     | shape        | '\"big\"'    | , graph, nodes[1]: The setting 'shape' of Input is wrong",
            "/graph/nodes/1/settings     | size         | 1            | , graph, nodes[1]: Input has no setting 'size'",
            "/graph/nodes/3/settings     | units        | 1.5          | , graph, nodes[3]: The setting 'units' of Dense is wrong",
            "/graph/nodes/3/settings     | bias         | '\"maybe\"'  | , graph, nodes[3]: The setting 'bias' of Dense is wrong",
            "/graph/nodes/3/settings     | units        | {}           | , graph, nodes[3], settings, units must be a single value",
            "/graph/edges/2              | from         | '\"nobody\"' | , graph: There is no block called 'nobody'",
            "/graph/edges/2              | to           | '\"norm\"'   | , graph: Two wires end at input 0 of 'norm'",
            "/graph/edges/2              | input        | -1           | , graph: Ports are counted from 0",
            "/graph/edges/2              | output       | '\"a\"'      | , graph, edges[2], output must be a whole number",
            "/graph/edges/2              | colour       | 1            | , graph, edges[2] has a member 'colour'"})
    void whatIsWrongInAFileIsSaidWithItsPlace(String object, String member, String value, String message)
            throws IOException {
        ObjectNode json = json();
        JsonNode inside = json.at(object);
        JsonNode put = MAPPER.readTree(value);
        switch (inside) {
            case ObjectNode node -> node.set(member, put);
            case ArrayNode node -> node.set(Integer.parseInt(member), put);
            default -> throw new AssertionError("no " + object);
        }
        Path file = write(json);
        if (message.isEmpty()) {
            ProjectFile.read(file);
        } else {
            assertThatThrownBy(() -> ProjectFile.read(file)).isInstanceOf(BadInput.class)
                    .message().startsWith(file.toString()).contains(message).endsWith(".").doesNotContain("Exception")
                    .containsOnlyOnce(file.toString() + (message.startsWith(",") ? message : ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/netloom", "/plan", "/graph", "/plan/epochs", "/plan/batchSize", "/plan/learningRate",
            "/plan/validation", "/plan/test", "/plan/seed", "/plan/optimiser/type", "/graph/nodes", "/graph/edges",
            "/graph/nodes/0/name", "/graph/nodes/0/type", "/graph/nodes/0/x", "/graph/nodes/0/y", "/graph/edges/0/from",
            "/graph/edges/0/to", "/data/table", "/data/inputs", "/data/targets", "/data/targets/age/column",
            "/data/targets/age/kind"})
    void aMemberThatLacksIsNamed(String pointer) {
        ObjectNode json = json();
        String member = pointer.substring(pointer.lastIndexOf('/') + 1);
        ((ObjectNode) json.at(pointer.substring(0, pointer.lastIndexOf('/')))).remove(member);
        Path file = write(json);
        assertThatThrownBy(() -> ProjectFile.read(file)).isInstanceOf(BadInput.class)
                .message().startsWith(file.toString()).contains("'" + member + "'").endsWith(".");
    }

    @Test
    void settingsThatAPlanLeavesOutAreThoseOfPyTorch() {
        assertThat(withOptimiser("sgd")).isEqualTo(new Optimiser.Sgd(0, 0, false, 0));
        assertThat(withOptimiser("adam")).isEqualTo(new Optimiser.Adam(0.9, 0.999, 1e-8, 0, false));
        assertThat(withOptimiser("adamw")).isEqualTo(new Optimiser.AdamW(0.9, 0.999, 1e-8, 0.01, false));
        assertThat(withOptimiser("nadam")).isEqualTo(new Optimiser.NAdam(0.9, 0.999, 1e-8, 0.004, 0));
        assertThat(withOptimiser("rmsprop")).isEqualTo(new Optimiser.RmsProp(0.99, 1e-8, 0, false, 0));
        assertThat(withOptimiser("adagrad")).isEqualTo(new Optimiser.Adagrad(0, 0, 1e-10, 0));
        ObjectNode json = json();
        ObjectNode plan = (ObjectNode) json.at("/plan");
        plan.remove("optimiser");
        plan.putObject("schedule").put("type", "warmup").put("steps", 7);
        plan.putObject("clipping").put("type", "bynorm");
        plan.putObject("losses").putObject("species").put("type", "crossentropy").put("labelSmoothing", 0.1);
        TrainingPlan read = ProjectFile.read(write(json)).plan();
        assertThat(read.learning().optimiser()).isEqualTo(new Optimiser.Adam());
        assertThat(read.schedule()).isEqualTo(new Schedule.WarmUp(7, new Schedule.Cosine(0)));
        assertThat(read.learning().clipping()).isEqualTo(new Learning.Clipping.ByNorm(1));
        assertThat(read.losses().get("species")).isEqualTo(new Loss.CrossEntropy(0.1, new Loss.ClassWeights.Even()));
    }

    private Optimiser withOptimiser(String type) {
        ObjectNode json = json();
        ((ObjectNode) json.at("/plan")).putObject("optimiser").put("type", type);
        return ProjectFile.read(write(json)).plan().learning().optimiser();
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertRefused("dear diary", "is no JSON (line 1)");
        assertRefused("", "holds no JSON object");
        assertRefused("[]", "holds no JSON object");
        assertRefused("{}", "has no member 'netloom'");
        assertRefused("{\"netloom\": 1", "is no JSON");
        assertRefused("[".repeat(100_000), "deeply nested");
        assertRefused("{\"netloom\":".repeat(2_000), "deeply nested");
        assertThatThrownBy(() -> ProjectFile.read(folder)).isInstanceOf(BadInput.class).hasMessageContaining("folder");
        assertThatThrownBy(() -> ProjectFile.read(folder.resolve("gone"))).isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no file");
        Files.write(folder.resolve("bytes"), new byte[] {0, 0, (byte) 0xD8, 1, 2, 3, 4, 5});
        assertThatThrownBy(() -> ProjectFile.read(folder.resolve("bytes"))).isInstanceOf(BadInput.class).message()
                .contains("is not a Netloom project").doesNotContain("Exception");
    }

    private void assertRefused(String text, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("p.netloom"), text);
        assertThatThrownBy(() -> ProjectFile.read(file)).isInstanceOf(BadInput.class).message()
                .startsWith(file.toString()).contains(why).doesNotContain("Exception");
    }

    private static TrainingPlan plan(int epochs, int batchSize, double learningRate, Optimiser optimiser,
            Fractions fractions, long seed) {
        return new TrainingPlan(epochs, batchSize, learningRate, optimiser, fractions, seed);
    }

    private static Node node(String name, double x, double y, String type, String... settings) {
        return new Node(name, Catalogue.standard().make(type, settings), x, y);
    }

    /// A copy of a golden file, so that its paths are relative to the test's folder.
    private Path golden(String name) {
        try (InputStream in = ProjectFileTest.class.getResourceAsStream("/golden/projects/" + name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode json() {
        try {
            return (ObjectNode) MAPPER.readTree(golden("project-v1.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(JsonNode json) {
        try {
            return Files.writeString(folder.resolve("p.netloom"), json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
