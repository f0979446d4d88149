import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The packages for Linux. jpackage's own would write menu entry and file type into the system by scripts that need a desktop to be there already; these hold them as files, which Debian
/// and Fedora notice by themselves, and take away again. The program lies in `/opt/netloom`.
///
/// @param work holds the image
/// @param folder to put packages into
/// @param publisher whom the packages name as theirs
/// @param icons the drawn icons
/// @param texts menu entry, file type, and what the two package formats ask for
record LinuxPackages(Path work, Path folder, String version, Publisher publisher, Path icons, Path texts) {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    void make(List<String> types) throws IOException, InterruptedException {
        if (types.contains("tar.gz")) {
            Run.program(List.of("tar", "--create", "--file", name("tar.gz"), "--use-compress-program", "gzip -n",
                    "--sort=name",
                    "--owner=0", "--group=0", "--numeric-owner", "netloom"), work.resolve("image"));
        }
        var tree = work.resolve("tree");
        Tree.delete(tree);
        layOut(tree);
        if (types.contains("deb")) {
            deb(tree);
        }
        if (types.contains("rpm")) {
            rpm(tree);
        }
        Tree.delete(tree);
    }

    private String name(String type) {
        return folder.resolve(Platform.packageName(version, type)).toString();
    }

    private void layOut(Path tree) throws IOException, InterruptedException {
        Files.createDirectories(tree.resolve("opt"));
        Run.program(List.of("cp", "-al", Platform.image(work).toString(), tree.resolve("opt/netloom").toString()),
                work);
        Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(tree.resolve("usr/bin/netloom"), Path.of("../../opt/netloom/bin/netloom"));
        var share = tree.resolve("usr/share");
        put(texts.resolve("netloom.desktop"), share.resolve("applications/netloom.desktop"));
        put(texts.resolve("netloom.xml"), share.resolve("mime/packages/netloom.xml"));
        for (int size : SIZES) {
            var theme = share.resolve("icons/hicolor/" + size + "x" + size);
            put(icons.resolve("netloom-" + size + ".png"), theme.resolve("apps/netloom.png"));
            put(icons.resolve("project-" + size + ".png"), theme.resolve("mimetypes/application-x-netloom.png"));
        }
        var scalable = share.resolve("icons/hicolor/scalable");
        put(icons.resolve("netloom.svg"), scalable.resolve("apps/netloom.svg"));
        put(icons.resolve("project.svg"), scalable.resolve("mimetypes/application-x-netloom.svg"));
        Files.createDirectories(share.resolve("doc/netloom"));
        Files.writeString(share.resolve("doc/netloom/copyright"),
                "Netloom is free software under the Apache License 2.0.\n"
                        + "Its text, and those of all that comes with it, are in /opt/netloom/lib/app/notices\n"
                        + "and /opt/netloom/lib/runtime/legal.\n");
        Tree.setTimes(share, Files.getLastModifiedTime(Platform.image(work).resolve("bin/netloom")).toInstant());
    }

    private static void put(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private void deb(Path tree) throws IOException, InterruptedException {
        var control = Files.createDirectories(tree.resolve("DEBIAN"));
        var kilobytes = Long.toString(Tree.size(Platform.image(work)) / 1024);
        Files.writeString(control.resolve("control"), filled("control").replace("@kilobytes@", kilobytes));
        Run.program(List.of("sh", "-c",
                "find opt usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums"), tree);
        Run.program(List.of("env", buildTime(), "dpkg-deb", "--root-owner-group", "-Zxz", "-z1",
                "--build", tree.toString(),
                name("deb")), work);
        Tree.delete(control);
    }

    private void rpm(Path tree) throws IOException, InterruptedException {
        var build = work.resolve("rpm");
        Tree.delete(build);
        Files.createDirectories(build);
        Files.writeString(build.resolve("netloom.spec"), filled("netloom.spec").replace("@tree@", tree.toString()));
        Run.program(
                List.of("env", buildTime(), "rpmbuild", "-bb", "--quiet", "--target", "x86_64", "--define",
                        "_topdir " + build, "--define", "_rpmfilename made.rpm", "--define", "_buildhost localhost",
                        "--define", "use_source_date_epoch_as_buildtime 1", "netloom.spec"),
                build);
        Files.move(build.resolve("RPMS/made.rpm"), Path.of(name("rpm")));
        Tree.delete(build);
    }

    /// The time that is written into packages, as both tools want to be told.
    private String buildTime() throws IOException {
        return "SOURCE_DATE_EPOCH="
                + Files.getLastModifiedTime(Platform.image(work).resolve("bin/netloom")).toInstant().getEpochSecond();
    }

    /// In both formats a `~` is older than what it follows.
    private String filled(String text) throws IOException {
        return Files.readString(texts.resolve(text)).replace("@version@", version.replace("-SNAPSHOT", "~snapshot"))
                .replace("@publisher@", publisher.name()).replace("@address@", publisher.address());
    }
}
