package io.netloom.app.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGSyntax;
import org.w3c.dom.Document;

/// A chart as a file: a picture for a paper, or the numbers behind it.
public final class ChartFile {
    private static final int SHARPNESS = 2;
    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;

    private ChartFile() {}

    /// The endings that [#write] knows.
    public static final List<String> ENDINGS = List.of(".png", ".svg", ".csv");

    /// Writes what a chart shows, as the file's ending says: `.png`, `.svg` or `.csv`.
    ///
    /// @throws BadInput if the ending is another one, or if it cannot be written there
    public static void write(Chart chart, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".png")) {
                png(chart, file);
            } else if (name.endsWith(".svg")) {
                svg(chart, file);
            } else if (name.endsWith(".csv")) {
                csv(chart, file);
            } else {
                throw new BadInput(Sentence.of("chart.kind",
                        "A chart is kept as .png, .svg or .csv, not as {0}.", file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new BadInput(Sentence.of("chart.unwritable",
                    "{0} cannot be written ({1}). Choose another folder.", file.toString(),
                    String.valueOf(e.getMessage())), e);
        }
    }

    private static void png(Chart chart, Path file) throws IOException {
        var image = new BufferedImage(WIDTH * SHARPNESS, HEIGHT * SHARPNESS, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(SHARPNESS, SHARPNESS);
        ChartPainter.drawAlone(chart, Colours.PAPER, graphics, WIDTH, HEIGHT);
        graphics.dispose();
        try (var out = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", out);
        }
    }

    private static void svg(Chart chart, Path file) throws IOException {
        var graphics = new SVGGraphics2D(emptyDrawing());
        graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        ChartPainter.drawAlone(chart, Colours.PAPER, graphics, WIDTH, HEIGHT);
        var svg = new StringWriter();
        graphics.stream(svg);
        Files.writeString(file, svg.toString());
    }

    private static Document emptyDrawing() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation()
                    .createDocument(SVGSyntax.SVG_NAMESPACE_URI, SVGSyntax.SVG_SVG_TAG, null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java has lost its XML", e);
        }
    }

    /// A line a point: the curve, the place, the value.
    private static void csv(Chart chart, Path file) throws IOException {
        try (CsvWriter out = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            out.writeRecord("curve", chart.across().isEmpty() ? "x" : chart.across(), chart.title());
            for (Chart.Line line : chart.lines()) {
                Points points = line.trace().between(chart.from(), chart.to(), Trace.MOST);
                for (int i = 0; i < points.size(); i++) {
                    if (points.x(i) >= chart.from() && points.x(i) <= chart.to()) {
                        out.writeRecord(line.name(), Double.toString(chart.axis().said(points.x(i))),
                                Double.toString(points.y(i)));
                    }
                }
            }
        }
    }
}
