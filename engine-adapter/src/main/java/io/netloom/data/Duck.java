package io.netloom.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// DuckDB in this process: without network, within bounds.
final class Duck {
    private static final int MOST_THREADS = 8;

    private Duck() {}

    /// Opens a database in memory, or for a large table in a file.
    ///
    /// @param scratch for that file
    static Connection open(boolean large, Scratch scratch) {
        Properties streaming = new Properties();
        streaming.setProperty("jdbc_stream_results", "true");
        try {
            Connection connection = DriverManager
                    .getConnection("jdbc:duckdb:" + (large ? scratch.file("table.duckdb") : ""), streaming);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET autoload_known_extensions = false");
                statement.execute("SET memory_limit = '1GB'");
                // Packing the temporary file takes longer than anything that is asked of it.
                statement.execute("SET force_compression = 'uncompressed'");
                statement
                        .execute("SET threads = " + Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
                statement.execute("SET temp_directory = " + Sql.text(large ? scratch.file("spill") : ""));
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close", e);
        }
    }
}
