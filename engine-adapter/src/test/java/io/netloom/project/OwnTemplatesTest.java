package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTemplatesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsThereTheNextTime() {
        Template mine = new Template("残差 my/own: block?", "Does what I want.", Templates.all().getFirst().graph());
        new OwnTemplates(folder.resolve("templates")).save(mine);
        assertThat(new OwnTemplates(folder.resolve("templates")).all()).containsExactly(mine);
    }

    @Test
    void savingUnderTheSameNameReplaces() {
        var own = new OwnTemplates(folder);
        own.save(new Template("Mine", "First.", Templates.all().get(0).graph()));
        own.save(new Template("Mine", "Second.", Templates.all().get(1).graph()));
        assertThat(own.all()).extracting(Template::help).containsExactly("Second.");
    }

    @Test
    void namesThatDifferOnlyInSignsHaveFilesOfTheirOwn() {
        var own = new OwnTemplates(folder);
        own.save(new Template("a b", "One.", Templates.all().getFirst().graph()));
        own.save(new Template("a-b", "Other.", Templates.all().getFirst().graph()));
        own.save(new Template("A b", "Third.", Templates.all().getFirst().graph()));
        assertThat(own.all()).extracting(Template::name).containsExactlyInAnyOrder("a b", "a-b", "A b");
        own.remove("a b");
        assertThat(own.all()).extracting(Template::name).containsExactlyInAnyOrder("a-b", "A b");
    }

    @Test
    void aFileThatIsNoTemplateIsLeftAloneAndNamed() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\"netloom\": 1, \"name\": 3");
        var own = new OwnTemplates(folder);
        own.save(new Template("Mine", "Works.", Templates.all().getFirst().graph()));
        assertThat(own.all()).extracting(Template::name).containsExactly("Mine");
        assertThat(own.failures()).singleElement().extracting(Throwable::getMessage).asString()
                .contains("broken.json");
        assertThat(folder.resolve("broken.json")).exists();
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        assertThat(new OwnTemplates(folder.resolve("missing")).all()).isEmpty();
    }
}
