import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The Java libraries that are packed: Maven's list of them and of their licences, made whole with where the texts of these lie, and who must be named.
final class Libraries {
    /// Where the texts of licences lie, by what authors call them. The GPL without an exception is not among them: it goes neither with the Eclipse licences nor with libtorch.
    private static final Map<String, String> TEXTS = new HashMap<>();

    static {
        know("LICENSE", "Apache-2.0", "Apache 2.0", "Apache License, Version 2.0", "The Apache License, Version 2.0",
                "The Apache Software License, Version 2.0", "The Apache Software License, version 2.0");
        know("licences/MIT.txt", "MIT", "MIT License");
        know("licences/BSD-3-Clause.txt", "BSD-3-Clause", "The BSD License");
        know("licences/BSD-2-Clause.txt", "The BSD 2-Clause License");
        know("licences/EPL-1.0.txt", "The Eclipse Public License Version 1.0");
        know("licences/EPL-2.0.txt", "EPL-2.0", "Eclipse Public License, Version 2.0");
        know("licences/LGPL-2.1.txt", "LGPL-2.1-or-later", "GNU Lesser General Public Licence");
        know("runtime/legal/java.base/LICENSE", "GPLv2+CE", "GPLv2 with the Classpath Exception");
    }

    private static final String BRACKETS = "\\(((?:[^()]|\\([^()]*\\))*)\\)";
    private static final Pattern LICENCE = Pattern.compile(BRACKETS);
    /// A line of Maven's: licences, each in brackets; the name; and in brackets group, artifact, version and address.
    private static final Pattern LINE = Pattern
            .compile("\\s+((?:" + BRACKETS + " )+).* \\([^: ]+:(?<artifact>[^: ]+):(?<version>[^: ]+) - .*\\)");

    private Libraries() {}

    /// The list, a library a paragraph.
    ///
    /// @param list Maven's
    /// @param texts the folder that will be beside it, with folders of what lies in jars
    /// @param copyrights names those who must be named, and of whom the jars have nothing
    static List<String> described(Path list, Path texts, Path copyrights) throws IOException {
        var holders = holders(copyrights);
        var described = new ArrayList<String>();
        for (var line : Files.readAllLines(list)) {
            var library = LINE.matcher(line);
            if (library.matches()) {
                described.add(line.strip());
                described.addAll(texts(library.toMatchResult()));
                described.add(own(library.toMatchResult(), texts, holders));
            } else if (line.startsWith(" ")) {
                throw new IOException("Maven's list of libraries is written otherwise than it was: " + line);
            }
        }
        return described;
    }

    private static void know(String text, String... names) {
        List.of(names).forEach(name -> TEXTS.put(name, text));
    }

    private static List<String> texts(MatchResult library) throws IOException {
        var texts = new ArrayList<String>();
        for (var licence : LICENCE.matcher(library.group(1)).results().map(found -> found.group(1)).toList()) {
            if (!TEXTS.containsKey(licence)) {
                throw new IOException("Libraries.java does not know the licence of " + library.group("artifact")
                        + ", or it does not go with the others: " + licence);
            }
            texts.add("    " + TEXTS.get(licence));
        }
        return texts;
    }

    private static String own(MatchResult library, Path texts, Map<String, String> holders) throws IOException {
        var artifact = library.group("artifact");
        var folder = artifact + "-" + library.group("version");
        if (Files.exists(texts.resolve(folder))) {
            return "    " + folder;
        }
        if (holders.containsKey(artifact)) {
            return "    Copyright " + holders.get(artifact);
        }
        if (library.group(1).contains("BSD") || library.group(1).contains("MIT")) {
            throw new IOException("copyrights.txt names nobody for " + artifact);
        }
        return "    no text of its own";
    }

    private static Map<String, String> holders(Path file) throws IOException {
        var holders = new HashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            var parts = line.split(" {2,}");
            if (!line.startsWith("#") && parts.length == 2) {
                holders.put(parts[0], parts[1]);
            }
        }
        return holders;
    }
}
