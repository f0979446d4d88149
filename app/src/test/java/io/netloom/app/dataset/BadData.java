package io.netloom.app.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// Data that people point a program at, none of which a network can learn from.
enum BadData {
    EMPTY("empty.csv", "is empty") {
        @Override
        void write(Path at) throws IOException {
            Files.createFile(at);
        }
    },
    HEADER_ONLY("header.csv", "row") {
        @Override
        void write(Path at) throws IOException {
            Files.writeString(at, "a,b,label\n");
        }
    },
    ONE_ROW("one row.csv", "row") {
        @Override
        void write(Path at) throws IOException {
            Files.writeString(at, "a,b,label\n1,2,x\n");
        }
    },
    ONE_CLASS("one class.csv", "only one class") {
        @Override
        void write(Path at) throws IOException {
            Files.writeString(at, "a,b,label\n" + rows(60, i -> i + "," + i % 7 + ",x"));
        }
    },
    MANY_CLASSES("many.csv", "too many for classes") {
        @Override
        void write(Path at) throws IOException {
            Files.writeString(at, "a,b,label\n" + rows(5_000, i -> i % 90 + "," + i % 7 + ",name" + i));
        }
    },
    RAGGED("ragged.csv", "fields") {
        @Override
        void write(Path at) throws IOException {
            Files.writeString(at, "a,b,label\n1,2,x\n3,4\n5,6,y,7\n" + rows(20, i -> i + ",2,x"));
        }
    },
    SAME_NAMES("same names.csv", "two columns named") {
        @Override
        void write(Path at) throws IOException {
            Files.writeString(at, "a,a,label\n" + rows(20, i -> i + ",2," + (i % 2 == 0 ? "x" : "y")));
        }
    },
    UTF_16_HEADER("utf 16.csv", "row") {
        @Override
        void write(Path at) throws IOException {
            Files.write(at, "a,b,label\n".getBytes(StandardCharsets.UTF_16));
        }
    },
    NO_TABLE("no table.parquet", "no table.parquet") {
        @Override
        void write(Path at) throws IOException {
            Files.write(at, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        }
    },
    NO_DATA("letter.docx", "does not read as data") {
        @Override
        void write(Path at) throws IOException {
            Files.writeString(at, "Dear Sir");
        }
    },
    GONE("gone.csv", "gone.csv") {
        @Override
        void write(Path at) {
            // It is not there.
        }
    },
    NO_PICTURES("no pictures", "picture") {
        @Override
        void write(Path at) throws IOException {
            Files.createDirectories(at.resolve("cats"));
            Files.writeString(at.resolve("cats/note.txt"), "none yet");
        }
    },
    ONE_PICTURE_A_CLASS("one picture", "2 examples") {
        @Override
        void write(Path at) throws IOException {
            for (String name : new String[] {"cats", "dogs"}) {
                Files.createDirectories(at.resolve(name));
                ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png",
                        at.resolve(name + "/a.png").toFile());
            }
        }
    };

    private final String file;
    private final String says;

    BadData(String file, String says) {
        this.file = file;
        this.says = says;
    }

    abstract void write(Path at) throws IOException;

    /// Makes it.
    Path in(Path folder) throws IOException {
        Path at = folder.resolve(file);
        write(at);
        return at;
    }

    /// A piece of the message that is to be said.
    String says() {
        return says;
    }

    private interface Line {
        String of(int row);
    }

    private static String rows(int count, Line line) {
        return IntStream.range(0, count).mapToObj(line::of).collect(Collectors.joining("\n", "", "\n"));
    }
}
