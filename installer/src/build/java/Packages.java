import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Makes the packages of the system that builds, out of the image: `.deb`, `.rpm` and `.tar.gz` on Linux, `.msi` on Windows, `.dmg` on macOS; and the sums by which
/// whoever downloads them can tell that they are whole. Windows' and macOS' were never made.
///
/// Arguments: the folder with the image, the version, the folder with icons, `src/main`, the list of what is inside (CycloneDX), which packages (`all`, `none`, or
/// their endings with commas between), who publishes them, and at what address.
void main(String[] arguments) throws IOException, InterruptedException, NoSuchAlgorithmException {
    var work = Path.of(arguments[0]).toAbsolutePath().normalize();
    var version = arguments[1];
    var icons = Path.of(arguments[2]).toAbsolutePath();
    var main = Path.of(arguments[3]).toAbsolutePath();
    var folder = work.resolve("packages");
    Tree.delete(folder);
    Files.createDirectories(folder);
    var wanted = List.of((arguments[5].equals("all") ? Platform.PACKAGES : arguments[5]).split(","));
    if (wanted.contains("none")) {
        return;
    }
    var inside = Path.of(arguments[4]);
    if (!Files.exists(inside)) {
        throw new IOException(
                "There is no " + inside + ". Maven makes it only where it may use the network: build without -o.");
    }
    if (Platform.IS_LINUX) {
        var linux = new LinuxPackages(work, folder, version, new Publisher(arguments[6], arguments[7]), icons,
                main.resolve("linux"));
        linux.make(wanted);
    } else {
        jpackage(work, folder, version, arguments[6], icons, wanted);
    }
    Files.copy(inside, folder.resolve("netloom-" + version + "-" + Platform.NAME + "-sbom.json"));
    Files.writeString(folder.resolve("SHA256SUMS-" + Platform.NAME), sums(folder));
    for (var file : Tree.files(folder)) {
        IO.println(file + ": " + Files.size(file) / 1_000_000 + " MB");
    }
}

private static void jpackage(Path work, Path folder, String version, String vendor, Path icons, List<String> types)
        throws IOException, InterruptedException {
    var made = work.resolve("made");
    for (var type : types) {
        Tree.delete(made);
        var options = new ArrayList<>(List.of("--type", type, "--name", "Netloom", "--app-image",
                Platform.image(work).toString(), "--app-version",
                Platform.version(version), "--vendor", vendor, "--dest", made.toString(), "--icon",
                icons.resolve(Platform.ICON).toString()));
        if (Platform.IS_WINDOWS) {
            options.addAll(FileType.options(work, icons));
            options.addAll(List.of("--win-menu", "--win-per-user-install", "--win-dir-chooser", "--win-upgrade-uuid",
                    "6b9d5c35-61a5-4f0e-9d55-3cf0c5b6a5f2"));
        }
        Run.tool("jpackage", options);
        Files.move(Tree.files(made).getFirst(), folder.resolve(Platform.packageName(version, type)));
    }
    Tree.delete(made);
}

private static String sums(Path folder) throws IOException, NoSuchAlgorithmException {
    var sums = new StringBuilder();
    for (var file : Tree.files(folder)) {
        sums.append(sum("SHA-256", file)).append("  ").append(file.getFileName()).append('\n');
    }
    return sums.toString();
}

static String sum(String algorithm, Path file) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance(algorithm);
    try (var bytes = Files.newInputStream(file)) {
        var part = new byte[1 << 16];
        for (int count = bytes.read(part); count >= 0; count = bytes.read(part)) {
            digest.update(part, 0, count);
        }
    }
    return HexFormat.of().formatHex(digest.digest());
}
