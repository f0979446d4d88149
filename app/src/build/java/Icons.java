import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGSyntax;

/// Draws the icons of the program and of its project files, for the window and for the packages of all systems, each from one drawing: PNG in several sizes, SVG, ICO
/// for Windows and ICNS for macOS.
///
/// Argument: the folder to fill.
void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    var folder = Files.createDirectories(Path.of(arguments[0]));
    write(folder, "netloom", g -> program(g));
    write(folder, "project", g -> project(g));
}

private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
/// How ICNS calls pictures of these sizes.
private static final Map<Integer, String> KINDS = new LinkedHashMap<>(
        Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09"));
/// The drawings are made on a square of so many units.
private static final int UNITS = 64;
private static final Color NIGHT = new Color(0x1f2a5c);
private static final Color VIOLET = new Color(0x5b4fd6);
private static final Color THREAD = new Color(0xffffff);
private static final Color GOLD = new Color(0xffc857);

private static void write(Path folder, String name, Consumer<Graphics2D> drawing) throws IOException {
    var pictures = new LinkedHashMap<Integer, byte[]>();
    for (int size : SIZES) {
        pictures.put(size, png(size, drawing));
        Files.write(folder.resolve(name + "-" + size + ".png"), pictures.get(size));
    }
    try (var out = Files.newBufferedWriter(folder.resolve(name + ".svg"))) {
        svg(drawing).stream(out);
    }
    Files.write(folder.resolve(name + ".ico"), ico(pictures));
    Files.write(folder.resolve(name + ".icns"), icns(pictures));
}

/// Two threads that cross between four blocks, on a dark tile.
private static void program(Graphics2D g) {
    g.setPaint(new GradientPaint(0, 0, VIOLET, UNITS, UNITS, NIGHT));
    g.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 26, 26));
    weave(g, 1);
}

/// The same threads on a sheet with a corner turned down.
private static void project(Graphics2D g) {
    var sheet = new Path2D.Double();
    sheet.moveTo(10, 3);
    sheet.lineTo(42, 3);
    sheet.lineTo(55, 16);
    sheet.lineTo(55, 61);
    sheet.lineTo(10, 61);
    sheet.closePath();
    g.setPaint(new GradientPaint(0, 0, VIOLET, UNITS, UNITS, NIGHT));
    g.fill(sheet);
    var corner = new Path2D.Double();
    corner.moveTo(42, 3);
    corner.lineTo(42, 16);
    corner.lineTo(55, 16);
    corner.closePath();
    g.setPaint(new Color(0xc9c4f7));
    g.fill(corner);
    var before = g.getTransform();
    g.transform(AffineTransform.getTranslateInstance(10.5, 14));
    g.transform(AffineTransform.getScaleInstance(0.69, 0.69));
    weave(g, 1.15);
    g.setTransform(before);
}

private static void weave(Graphics2D g, double width) {
    g.setStroke(new BasicStroke((float) (4 * width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setPaint(THREAD);
    g.draw(new CubicCurve2D.Double(16, 20, 34, 20, 30, 44, 48, 44));
    g.setPaint(GOLD);
    g.draw(new CubicCurve2D.Double(16, 44, 34, 44, 30, 20, 48, 20));
    dot(g, 16, 20, THREAD);
    dot(g, 48, 44, THREAD);
    dot(g, 16, 44, GOLD);
    dot(g, 48, 20, GOLD);
}

private static void dot(Graphics2D g, double x, double y, Color colour) {
    g.setPaint(colour);
    g.fill(new Ellipse2D.Double(x - 6.5, y - 6.5, 13, 13));
}

private static byte[] png(int size, Consumer<Graphics2D> drawing) {
    var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    var g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale((double) size / UNITS, (double) size / UNITS);
    drawing.accept(g);
    g.dispose();
    try (var bytes = new ByteArrayOutputStream()) {
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
    }
}

private static SVGGraphics2D svg(Consumer<Graphics2D> drawing) {
    try {
        var svg = new SVGGraphics2D(DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation()
                .createDocument(SVGSyntax.SVG_NAMESPACE_URI, SVGSyntax.SVG_SVG_TAG, null));
        svg.setSVGCanvasSize(new Dimension(UNITS, UNITS));
        drawing.accept(svg);
        return svg;
    } catch (ParserConfigurationException e) {
        throw new IllegalStateException("Java has lost its XML", e);
    }
}

/// A directory of PNG files: reserved, kind, count; of each width, height (0 for 256), colours, reserved, planes, bits, length and place.
private static byte[] ico(Map<Integer, byte[]> pictures) {
    var fit = pictures.entrySet().stream().filter(picture -> picture.getKey() <= 256).toList();
    int place = 6 + 16 * fit.size();
    var ico = ByteBuffer.allocate(place + fit.stream().mapToInt(picture -> picture.getValue().length).sum())
            .order(ByteOrder.LITTLE_ENDIAN);
    ico.putShort((short) 0).putShort((short) 1).putShort((short) fit.size());
    for (var picture : fit) {
        byte side = (byte) (int) picture.getKey();
        ico.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32)
                .putInt(picture.getValue().length).putInt(place);
        place += picture.getValue().length;
    }
    fit.forEach(picture -> ico.put(picture.getValue()));
    return ico.array();
}

/// `icns` and the length of all; of each picture its kind and its length with these eight bytes.
private static byte[] icns(Map<Integer, byte[]> pictures) throws IOException {
    var all = new ByteArrayOutputStream();
    var out = new DataOutputStream(all);
    for (int size : SIZES) {
        if (KINDS.containsKey(size)) {
            out.writeBytes(KINDS.get(size));
            out.writeInt(8 + pictures.get(size).length);
            out.write(pictures.get(size));
        }
    }
    var file = new ByteArrayOutputStream();
    var head = new DataOutputStream(file);
    head.writeBytes("icns");
    head.writeInt(8 + all.size());
    all.writeTo(head);
    return file.toByteArray();
}
