import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/// Makes a large table of orders, always the same, to try what looks at tables: numbers, categories, dates, missing values.
/// `java samples/MakeBigTable.java orders.csv 14000000` with a JDK of 22 or newer writes about a gigabyte.
class MakeBigTable {
    private static final String[] COUNTRIES = {"Austria", "Brazil", "Canada", "Denmark", "Egypt", "France", "Germany",
            "Hungary", "India", "Japan", "Kenya", "Latvia", "Mexico", "Norway", "Peru", "Spain", "Turkey", "Vietnam"};
    private static final String[] CHANNELS = {"web", "phone", "shop"};
    private static final LocalDateTime START = LocalDateTime.of(2021, 1, 1, 0, 0);
    private static final int MINUTES = 4 * 365 * 24 * 60;

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[1]);
        var random = new SplittableRandom(1);
        try (BufferedWriter csv = Files.newBufferedWriter(Path.of(arguments[0]))) {
            csv.write("order,ordered,country,channel,customer,age,weight,price,discount,distance,rating,returned\n");
            var line = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                line.setLength(0);
                write(line, row, random);
                csv.append(line);
            }
        }
    }

    private static void write(StringBuilder line, int row, SplittableRandom random) {
        int country = (int) (COUNTRIES.length * random.nextDouble() * random.nextDouble());
        int channel = random.nextInt(CHANNELS.length);
        int age = 18 + random.nextInt(60);
        long weight = Math.round(1000 * Math.exp(random.nextGaussian()));
        long cents = 499 + Math.round(weight * (0.5 + random.nextDouble()));
        boolean returned = random.nextGaussian() + cents / 2000.0 + channel - age / 40.0 > 1;
        line.append(row + 1).append(',').append(START.plusMinutes(random.nextInt(MINUTES)).withSecond(0)).append(":00,")
                .append(COUNTRIES[country]).append(',').append(CHANNELS[channel]).append(",C")
                .append(random.nextInt(500_000)).append(',').append(random.nextInt(20) == 0 ? "" : age).append(',')
                .append(weight / 1000).append('.').append(1000 + weight % 1000).deleteCharAt(line.lastIndexOf(".") + 1)
                .append(',').append(cents / 100).append('.').append(cents / 10 % 10).append(cents % 10).append(',')
                .append(random.nextInt(5) == 0 ? 5 * random.nextInt(1, 11) : 0).append(',')
                .append(random.nextInt(50) == 0 ? "-999" : 1 + random.nextInt(4000)).append(',')
                .append(random.nextInt(3) == 0 ? "N/A" : 1 + random.nextInt(5)).append(',')
                .append(returned ? "yes" : "no").append('\n');
    }
}
