package io.netloom.data;

import java.nio.file.Path;
import java.util.Optional;

/// A file that may be a picture, as its folders tell.
///
/// @param file where it lies
/// @param label the name of its class
/// @param part the part that the folder above says
record PictureFile(Path file, String label, Optional<Part> part) {}
