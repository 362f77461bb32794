package io.goldsmith.bench.figure;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes figures as JSON: {@code {"figures": [{"name", "value", "unit", "target", "better", "met"}]}}, null for what was not measured. */
final class FigureFile {

    private static final MathContext DIGITS = new MathContext(9);

    private FigureFile() {}

    static void write(Path file, List<Figure> figures) {
        try {
            Files.writeString(file, json(figures));
        } catch (IOException e) {
            throw new BenchException(
                    "The figures cannot be written to " + file + ": check that its folder exists and is writable.", e);
        }
    }

    static String json(List<Figure> figures) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        ArrayNode all = root.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode node = all.addObject();
            node.put("name", figure.name());
            if (figure.value().isPresent()) {
                node.put("value", rounded(figure.value().getAsDouble()));
            } else {
                node.putNull("value");
            }
            node.put("unit", figure.unit());
            if (figure.target().isPresent()) {
                node.put("target", figure.target().getAsDouble());
            } else {
                node.putNull("target");
            }
            node.put("better", figure.better().word());
            node.put("met", figure.met().orElse(null));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** Nine digits: more than any of it is exact to. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
