package io.netloom.project;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The user's own templates: a folder of files in the format of those that come with Netloom, one each. Any
/// thread may ask and change.
public final class OwnTemplates {
    private static final String SUFFIX = ".json";

    private final Path folder;
    private volatile List<Template> templates = List.of();
    private volatile List<BadInput> failures = List.of();

    /// Reads the folder; one that is not there holds nothing.
    ///
    /// @param folder is made when the first template is saved
    public OwnTemplates(Path folder) {
        this.folder = folder;
        read();
    }

    /// All of them, by file name.
    public List<Template> all() {
        return templates;
    }

    /// Why files of the folder could not be read; they are left alone.
    public List<BadInput> failures() {
        return failures;
    }

    /// Saves a template, in place of the one of its name if there is one.
    ///
    /// @throws BadInput if it cannot be written
    public synchronized void save(Template template) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw WriteFailure.of(folder, e,
                    Sentence.of("mend.right-to-write", "Give yourself the right to write there."));
        }
        ProjectFile.writeTemplate(template, file(template.name()));
        read();
    }

    /// Takes a template away, if it is there.
    ///
    /// @throws BadInput if its file cannot be deleted
    public synchronized void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new BadInput(Sentence.of("file.undeletable",
                    "{0} cannot be deleted: {1}.", file(name).toString(), String.valueOf(e.getMessage())), e);
        }
        read();
    }

    /// Letters of every script may stand in a file's name; what else tells names apart is in a number behind it.
    private Path file(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "-");
        String twin = plain.equals(name) ? "" : "-" + Integer.toHexString(name.hashCode());
        return folder.resolve(plain + twin + SUFFIX);
    }

    private void read() {
        var read = new ArrayList<Template>();
        var failed = new ArrayList<BadInput>();
        for (Path file : files(failed)) {
            try {
                read.add(ProjectFile.readTemplate(file));
            } catch (BadInput e) {
                failed.add(e);
            }
        }
        templates = List.copyOf(read);
        failures = List.copyOf(failed);
    }

    private List<Path> files(List<BadInput> failed) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        } catch (IOException e) {
            failed.add(new BadInput(Sentence.of("file.unreadable-folder",
                    "The folder {0} cannot be read: {1}.", folder.toString(), String.valueOf(e.getMessage())), e));
            return List.of();
        }
    }
}
