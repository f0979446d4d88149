package io.netloom.engine.gpu;

/// How far a download has come.
///
/// @param file the file that is being fetched
/// @param bytes that have arrived, of all files together
/// @param total of all files together
public record Fetched(String file, long bytes, long total) {}
