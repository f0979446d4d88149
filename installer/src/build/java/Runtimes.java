import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/// Holds the modules that are chosen by hand to what the jars ask for. (`jdeps` does not get through jars of which only some are modules.)
final class Runtimes {
    private Runtimes() {}

    /// Fails where a class in a jar names one of a module of Java that would not come along.
    ///
    /// @param lib the folder with the jars
    /// @param modules those chosen; what they require comes along
    static void check(Path lib, List<String> modules) throws IOException {
        var present = new HashSet<String>();
        modules.forEach(module -> addRequired(module, present));
        var homes = new HashMap<String, String>();
        ModuleFinder.ofSystem().findAll().forEach(module -> module.descriptor().exports()
                .forEach(export -> homes.put(export.source(), module.descriptor().name())));
        var missing = new TreeSet<String>();
        for (var jar : Tree.files(lib)) {
            if (jar.toString().endsWith(".jar")) {
                asked(jar, homes).stream().filter(module -> !present.contains(module))
                        .forEach(module -> missing.add(module + " (for " + jar.getFileName() + ")"));
            }
        }
        if (!missing.isEmpty()) {
            throw new IOException("The runtime lacks modules, to be added to MODULES in Image.java: " + missing);
        }
    }

    private static void addRequired(String module, Set<String> to) {
        if (to.add(module)) {
            ModuleFinder.ofSystem().find(module).orElseThrow().descriptor().requires()
                    .forEach(required -> addRequired(required.name(), to));
        }
    }

    private static Set<String> asked(Path jar, Map<String, String> homes) throws IOException {
        var asked = new HashSet<String>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(entry -> entry.getName().endsWith(".class")).toList()) {
                for (var constant : ClassFile.of().parse(zip.getInputStream(entry).readAllBytes()).constantPool()) {
                    if (constant instanceof ClassEntry named && homes.containsKey(pack(named.asInternalName()))) {
                        asked.add(homes.get(pack(named.asInternalName())));
                    }
                }
            }
        }
        return asked;
    }

    private static String pack(String internalName) {
        String name = internalName.substring(internalName.lastIndexOf('[') + 1);
        int end = name.lastIndexOf('/');
        return end < 0 ? ""
                : name.substring(name.startsWith("L") && internalName.startsWith("[") ? 1 : 0, end).replace('/', '.');
    }
}
