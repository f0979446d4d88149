package io.netloom.engine.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.netloom.shape.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fetched from a server on this machine, which has a list and files as DJL's has.
class GpuDownloadTest {
    private static final String TORCH = "cu128/linux-x86_64/" + System.mapLibraryName("torch") + ".gz";
    private static final String CUDART = "cu128/linux-x86_64/libcudart-1.so.12.gz";
    /// The bridge for this flavour comes with Netloom.
    private static final GpuBuild BUILD = new GpuBuild("2.7.1", "0.35.1", "cu128", "linux-x86_64");

    @TempDir
    private Path cache;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private GpuEngine engine;

    @BeforeEach
    void serve() throws IOException {
        engine = GpuEngine.in(cache, BUILD);
        files.put(TORCH, packed(300_000));
        files.put(CUDART, packed(50_000));
        list("cpu/linux-x86_64/libtorch.so.gz", TORCH, CUDART, "cu128/win-x86_64/torch.dll.gz");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theFilesOfThisSystemAreUnpackedBesideTheBridge() throws IOException {
        var told = new ArrayList<Fetched>();

        long bytes = download().install(told::add);

        assertThat(engine.installed()).isTrue();
        assertThat(engine.begun()).isFalse();
        assertThat(names()).containsExactlyInAnyOrder(System.mapLibraryName("torch"), "libcudart-1.so.12",
                "0.35.1-" + System.mapLibraryName("djl_torch"), "sha256.txt");
        assertThat(engine.folder().resolve("libcudart-1.so.12")).hasBinaryContent(content(50_000));
        assertThat(Files.readString(engine.folder().resolve("sha256.txt"))).contains("libcudart-1.so.12.gz")
                .containsPattern("^[0-9a-f]{64}  ");
        assertThat(bytes).isEqualTo(total());
        assertThat(told.getLast()).isEqualTo(new Fetched("libcudart-1.so.12.gz", total(), total()));
    }

    @Test
    void whatWasCutOffGoesOnWhereItEnded() throws IOException {
        byte[] whole = files.get(TORCH);
        Files.createDirectories(engine.unfinished());
        Files.write(engine.unfinished().resolve(Path.of(TORCH).getFileName()), Arrays.copyOf(whole, 1000));

        long bytes = download().install(_ -> {});

        assertThat(asked).contains("GET /2.7.1/" + TORCH + " bytes=1000-");
        assertThat(bytes).isEqualTo(total() - 1000);
        assertThat(engine.folder().resolve(System.mapLibraryName("torch"))).hasBinaryContent(content(300_000));
    }

    @Test
    void aFileThatArrivesShortIsKeptForTheNextTime() {
        files.put("short", new byte[0]);

        assertThatThrownBy(() -> download().install(_ -> {})).isInstanceOf(BadInput.class)
                .hasMessageContaining("goes on from there");
        assertThat(engine.installed()).isFalse();
        assertThat(engine.begun()).isTrue();

        files.remove("short");
        download().install(_ -> {});

        assertThat(engine.installed()).isTrue();
    }

    @Test
    void aDamagedFileIsThrownAwayAndSaidSo() {
        byte[] damaged = files.get(TORCH);
        damaged[damaged.length / 2] ^= 0x55;

        assertThatThrownBy(() -> download().install(_ -> {})).isInstanceOf(BadInput.class)
                .hasMessageContaining("damaged");
        assertThat(engine.installed()).isFalse();
        assertThat(engine.unfinished().resolve(Path.of(TORCH).getFileName())).doesNotExist();
    }

    @Test
    void aListCannotNameAFileElsewhere() {
        list("cu128/linux-x86_64/../../../evil.so.gz");

        assertThatThrownBy(() -> download().install(_ -> {})).isInstanceOf(BadInput.class)
                .hasMessageContaining("no plain name");
        assertThat(names(cache)).containsExactly("2.7.1-cu128-linux-x86_64.part");
    }

    @Test
    void aSystemWithoutABuildIsRefused() {
        list("cpu/linux-x86_64/libtorch.so.gz");

        assertThatThrownBy(() -> download().install(_ -> {})).isInstanceOf(BadInput.class)
                .hasMessageContaining("goes on computing on the CPU");
    }

    @Test
    void withoutInternetItSaysWhatIsNeeded() {
        server.stop(0);

        assertThatThrownBy(() -> download().install(_ -> {})).isInstanceOf(BadInput.class)
                .hasMessageContaining("connection to the internet").hasMessageNotContaining("null");
    }

    @Test
    void aServerWithoutTheFileIsNamed() {
        files.remove(CUDART);

        assertThatThrownBy(() -> download().install(_ -> {})).isInstanceOf(BadInput.class)
                .hasMessageContaining("404").hasMessageContaining("libcudart-1.so.12.gz");
    }

    @Test
    void withoutADriverNothingIsFetched() {
        assertThatThrownBy(() -> GpuDownload.refuseWithout(Optional.empty(), BUILD)).isInstanceOf(BadInput.class)
                .hasMessageContaining("no NVIDIA driver");
        assertThatThrownBy(() -> GpuDownload.refuseWithout(Optional.of(new NvidiaDriver("470.1", List.of())), BUILD))
                .isInstanceOf(BadInput.class).hasMessageContaining("too old for CUDA 12.8");
    }

    @Test
    void whatIsRemovedIsGoneWithItsBeginnings() throws IOException {
        download().install(_ -> {});
        Files.createDirectories(engine.unfinished());

        assertThat(engine.remove()).isTrue();

        assertThat(names(cache)).isEmpty();
        assertThat(engine.remove()).isFalse();
    }

    @Test
    void theEngineForGpusIsChosenWhereItIsInstalledAndCanRun() {
        assertThat(GpuEngine.properties(Map.of(), () -> true, () -> Optional.of(engine))).as("not installed").isEmpty();
        download().install(_ -> {});

        assertThat(GpuEngine.properties(Map.of(), () -> true, () -> Optional.of(engine))).isEqualTo(
                Map.of("PYTORCH_LIBRARY_PATH", engine.folder().toString(), "PYTORCH_FLAVOR", "cu128"));
        assertThat(GpuEngine.properties(Map.of(), () -> false, () -> Optional.of(engine))).as("no driver").isEmpty();
        assertThat(GpuEngine.properties(Map.of("PYTORCH_LIBRARY_PATH", "/mine"), () -> true,
                () -> Optional.of(engine))).as("the user's own choice").isEmpty();
        assertThat(GpuEngine.properties(Map.of(), () -> true, Optional::empty)).as("no such build").isEmpty();
    }

    private GpuDownload download() {
        return new GpuDownload(engine, URI.create("http://localhost:" + server.getAddress().getPort() + "/"));
    }

    private void list(String... lines) {
        files.put("files.txt", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private long total() {
        return files.get(TORCH).length + files.get(CUDART).length;
    }

    private List<String> names() {
        return names(engine.folder());
    }

    private static List<String> names(Path folder) {
        return List.of(folder.toFile().list());
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(exchange.getRequestMethod() + " " + path + (range == null ? "" : " " + range));
        byte[] file = files.get(path.substring("/2.7.1/".length()));
        try (exchange) {
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().add("Content-Length", String.valueOf(file.length));
                exchange.sendResponseHeaders(200, -1);
            } else {
                int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
                int to = files.containsKey("short") && path.endsWith(".gz") ? file.length / 2 : file.length;
                exchange.sendResponseHeaders(from > 0 ? 206 : 200, Math.max(to - from, 0));
                exchange.getResponseBody().write(file, from, to - from);
            }
        }
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static byte[] packed(int size) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content(size));
        }
        return packed.toByteArray();
    }
}
